const WORD = /[\p{L}\p{N}]+/gu;
const MASK = '…';

/**
 * Makes a function that blanks out, in any text, the organisations named in it word for word: a text that names a hidden
 * partner would give it away. Names of a single word stay, since most are words of the language or places.
 */
export function nameMask(names: Iterable<string>): (text: string) => string {
  const byStart = new Map<string, string[][]>();
  for (const name of names) {
    const words = wordsIn(name).map(({ word }) => word);
    if (words.length < 2) continue;
    const start = startOf(words[0], words[1]);
    byStart.set(start, [...(byStart.get(start) ?? []), words]);
  }
  return (text) => {
    const words = wordsIn(text);
    let masked = '';
    let done = 0;
    for (let at = 0; at < words.length; ) {
      const length = longestAt(words, at, byStart.get(startOf(words[at]?.word, words[at + 1]?.word)) ?? []);
      if (length > 0) {
        masked += text.slice(done, words[at]?.from) + MASK;
        done = words[at + length - 1]?.to ?? done;
      }
      at += Math.max(1, length);
    }
    return masked + text.slice(done);
  };
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function wordsIn(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index: from }) => {
    return { word: word.toLowerCase(), from, to: from + word.length };
  });
}

function startOf(first = '', second = ''): string {
  return `${first} ${second}`;
}

/** Words of the longest of the names that stands at this place; 0 when none does. */
function longestAt(words: readonly Word[], at: number, names: readonly string[][]): number {
  const found = names.filter((name) => name.every((word, i) => words[at + i]?.word === word));
  return Math.max(0, ...found.map(({ length }) => length));
}
