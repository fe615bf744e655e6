import { columnsOf } from '../sparse.js';
import { themePosition } from '../theme-tree.js';
import type { ConsortiumIndex } from './consortium-index.js';

/**
 * Per theme, the organisations that cover it: they offer it or one below it, or took part in a project on it.
 * @throws RangeError for a theme that the tree does not hold
 */
export function holdersOf(index: ConsortiumIndex, themes: readonly string[]): Set<number>[] {
  const wanted = new Map(themes.map((theme, at) => [themePosition(index.tree, theme), at]));
  const holders = themes.map(() => new Set<number>());
  for (const organisation of index.organisations.keys()) {
    for (const theme of coverage(index, organisation)) holders[wanted.get(theme) ?? -1]?.add(organisation);
  }
  return holders;
}

/** The themes that an organisation covers, as {@link holdersOf} says, with all above them; none of one that is not there. */
export function coveredBy(index: ConsortiumIndex, organisation: string): string[] {
  const position = index.position.get(organisation);
  const themes = position === undefined ? [] : coverage(index, position);
  return [...new Set(themes)].map((theme) => index.tree.ids[theme] ?? '');
}

function coverage({ tree, offers, past }: ConsortiumIndex, organisation: number): number[] {
  return [...columnsOf(offers, organisation), ...columnsOf(past, organisation)].flatMap((theme) => [...(tree.lines[theme] ?? [])]);
}
