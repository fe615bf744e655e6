import { wordsOf } from '../text/tokens.js';
import type { Language } from './anchors/index.js';

const SHORTEST_WORD = 3;
const SHORTEST_PART = 4;
const GRAM = 4;
const LINKS = ['', 's', 'n', 'en', 'e', 'es', 'er'] as const;

/**
 * What texts of one language are compared by: every word, the two parts of a compound, and the runs of four characters of
 * all of these, a word's edge being a space. `energiearmoede` meets both `energie` and `armoede`; `chômeurs` meets
 * `chômage`.
 *
 * @param lexicon the words that compounds may be made of; only Dutch and German are split.
 */
export function featuresIn(language: Language, lexicon: ReadonlySet<string>): (text: string) => string[] {
  const splits = language === 'nl' || language === 'de';
  return (text) => {
    const features: string[] = [];
    for (const word of wordsOf(text)) {
      if (word.length < SHORTEST_WORD) continue;
      addWord(features, word);
      if (splits) for (const part of partsOf(word, lexicon)) addWord(features, part);
    }
    return features;
  };
}

/** [`jugend`, `arbeit`] for `jugendarbeit`: the longest head whose tail the lexicon knows too; none for a simple word. */
export function partsOf(word: string, lexicon: ReadonlySet<string>): string[] {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const tail = word.slice(at);
    if (!lexicon.has(tail)) continue;
    const head = headOf(word.slice(0, at), lexicon);
    if (head !== undefined) return [head, tail];
  }
  return [];
}

/** The head as the lexicon spells it: without the letters that link it to the tail. */
function headOf(start: string, lexicon: ReadonlySet<string>): string | undefined {
  return LINKS.filter((link) => start.endsWith(link))
    .map((link) => start.slice(0, start.length - link.length))
    .find((head) => head.length >= SHORTEST_PART && lexicon.has(head));
}

function addWord(features: string[], word: string): void {
  const padded = ` ${word} `;
  features.push(padded);
  for (let at = 0; at + GRAM <= padded.length; at++) features.push(padded.slice(at, at + GRAM));
}
