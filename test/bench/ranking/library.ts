import { Index } from 'flexsearch';
import { leafWords } from './in-sql.js';
import type { World } from './world.js';

export const LIBRARY = 'flexsearch';

/** The organisations' own themes as words in a search library, set to exact words: its fastest. */
export function inLibrary(world: World): (asker: number, k: number) => void {
  const index = new Index({ tokenize: 'strict', encode: (text: string) => text.split(' ') });
  for (let i = 0; i < world.size; i++) index.add(i, leafWords(world, i).join(' '));
  return (asker, k) => {
    index.search(leafWords(world, asker).join(' '), { limit: k + 1, suggest: true });
  };
}
