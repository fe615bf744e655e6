import { columnsOf } from '../sparse.js';
import { themePosition } from '../theme-tree.js';
import type { ConsortiumIndex } from './consortium-index.js';

/**
 * Per theme, the organisations that cover it: they offer it or one below it, or took part in a project on it.
 * @throws RangeError for a theme that the tree does not hold
 */
export function holdersOf(index: ConsortiumIndex, themes: readonly string[]): Set<number>[] {
  const { tree, offers, past, organisations } = index;
  const wanted = new Map(themes.map((theme, at) => [themePosition(tree, theme), at]));
  const holders = themes.map(() => new Set<number>());
  for (const organisation of organisations.keys()) {
    for (const theme of [...columnsOf(offers, organisation), ...columnsOf(past, organisation)]) {
      for (const above of tree.lines[theme] ?? []) holders[wanted.get(above) ?? -1]?.add(organisation);
    }
  }
  return holders;
}
