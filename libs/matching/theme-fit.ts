import { EVIDENCE } from './model.js';
import type { Row } from './sparse.js';
import { addLevels, type ThemeIndex } from './theme-scan/index.js';
import { expand, type ThemeTree } from './theme-tree.js';

/** A theme tree that knows how telling each theme is. */
export interface WeightedTree extends ThemeTree {
  readonly idf: Float64Array;
}

/**
 * idf_t = 1 + ln((N + 1) / (n_t + 1)), with n_t of N projects at or below theme t.
 *
 * Counted over projects and not over profiles, so that nobody's profile shifts another's score.
 */
export function inverseFrequencies({ holders: projects, start }: ThemeIndex): Float64Array {
  return Float64Array.from(start.subarray(1), (end, theme) => {
    return 1 + Math.log((projects + 1) / (end - (start[theme] ?? 0) + 1));
  });
}

/**
 * pull_t = a_t idf_t^2 / sum_u a_u full_u idf_u^2
 *
 * a: the wanted themes with their importance in (0, 1], expanded; full: the same themes all at 1, expanded.
 * A cosine, with the norm of the candidate replaced by that of the perfect one: fit = 1 for whoever has every wanted
 * theme at full strength, and breadth is no fault.
 */
export function wish(tree: WeightedTree, wanted: Row): Row {
  const asked = expand(tree, wanted);
  const full = expand(tree, wanted.map(([theme]) => [theme, 1]));
  const raw = asked.map(([node, level]): Row[number] => [node, level * squared(tree.idf[node] ?? 0)]);
  // Both rows list the same nodes in the same order.
  const perfect = raw.reduce((sum, [, pull], i) => sum + pull * (full[i]?.[1] ?? 0), 0);
  return raw.map(([node, pull]) => [node, pull / perfect]);
}

/** fit_i = min(1, sum_t pull_t level_it), for every holder i (an organisation or a project). */
export function fit(themes: ThemeIndex, wished: Row): Float64Array {
  const sum = new Float64Array(themes.holders);
  addLevels(sum, themes, wished);
  for (let i = 0; i < sum.length; i++) if ((sum[i] ?? 0) > 1) sum[i] = 1;
  return sum;
}

/** The themes that make most of a fit, strongest first; no theme above one already named. */
export function tellingThemes(tree: ThemeTree, wished: Row, has: Row): number[] {
  const level = new Map(has);
  const shares = wished
    .map(([node, pull]) => ({ node, share: pull * (level.get(node) ?? 0) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const named: number[] = [];
  for (const { node } of shares) {
    if (!named.some((below) => tree.lines[below]?.includes(node))) named.push(node);
  }
  return named.slice(0, EVIDENCE.items);
}

/** Not Math.pow, whose last bit is the engine's choice. */
function squared(value: number): number {
  return value * value;
}
