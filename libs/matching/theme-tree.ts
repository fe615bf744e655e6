import type { Theme } from './directory-data.js';
import { THEMES } from './model.js';
import type { Row } from './sparse.js';

export interface ThemeTree {
  /** Sorted; everywhere else a theme is its position in this list. */
  readonly ids: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  /** Per theme: itself, its parent and its grandparent, as far as they exist. */
  readonly lines: readonly (readonly number[])[];
}

/** @throws RangeError when a parent is not in the list. */
export function buildTree(themes: readonly Theme[]): ThemeTree {
  const sorted = themes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const position = new Map(sorted.map(({ id }, i) => [id, i]));
  const parent = sorted.map((theme) => (theme.parent === undefined ? undefined : positionIn(position, theme.parent)));
  return { ids: sorted.map(({ id }) => id), position, lines: sorted.map((_, theme) => lineUp(parent, theme)) };
}

/** @throws RangeError for a theme that the tree does not hold. */
export function themePosition(tree: ThemeTree, id: string): number {
  return positionIn(tree.position, id);
}

function positionIn(positions: ReadonlyMap<string, number>, id: string): number {
  const position = positions.get(id);
  if (position === undefined) throw new RangeError(`Theme ${id} is not in the theme tree.`);
  return position;
}

function lineUp(parent: readonly (number | undefined)[], theme: number): number[] {
  const line = [theme];
  for (let up = parent[theme]; up !== undefined && line.length < THEMES.ancestry.length; up = parent[up]) line.push(up);
  return line;
}

/**
 * level_t = max over the given themes d at or below t of ancestry[steps from d to t] * strength_d
 *
 * A maximum, not a sum: ten near-synonyms are worth one theme, and one theme more never lowers a level.
 */
export function expand(tree: ThemeTree, themes: Row): Row {
  const level = new Map<number, number>();
  for (const [theme, strength] of themes) {
    tree.lines[theme]?.forEach((node, steps) => {
      level.set(node, Math.max(level.get(node) ?? 0, (THEMES.ancestry[steps] ?? 0) * strength));
    });
  }
  return [...level].sort(([a], [b]) => a - b);
}
