/** A theme and the one above it. */
export interface ThemeNode {
  readonly id: string;
  readonly parent: string | null;
}

const LEVELS = 3;

/**
 * What keeps a theme out of the forest, or undefined: its parent is unknown, it stands above itself, or it would be on
 * a fourth level. What is wrong with a theme is wrong with those below it too.
 * @param parents the parent (or null) of every theme, those of the file and those already known
 */
export function misplacement({ id, parent }: ThemeNode, parents: ReadonlyMap<string, string | null>): string | undefined {
  const above: string[] = [];
  for (let next = parent; next !== null; next = parents.get(next) ?? null) {
    if (next === id || above.includes(next)) return `the themes ${[id, ...above].join(', ')} stand above each other in a circle`;
    if (!parents.has(next)) return `there is no theme ${next}`;
    above.push(next);
  }
  return above.length < LEVELS ? undefined : `the theme is on level ${above.length + 1}, and there are ${LEVELS}`;
}
