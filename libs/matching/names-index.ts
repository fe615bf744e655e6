import { fromRows, transpose, type Sparse } from './sparse.js';
import { wordsOf } from './text/tokens.js';

/** The terms that names are made of. */
export interface NameTerms {
  readonly terms: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  /** organisation -> term and back; every weight is 1. */
  readonly of: Sparse;
  readonly holders: Sparse;
}

const STEM = 5;
const FEWEST = 3;

/** Words of names. */
export function nameWords(names: readonly string[]): NameTerms {
  return termsIn(names, (name) => wordsOf(name), 1);
}

/**
 * Runs of five characters within the words of names, which three organisations or more share: kin words of one
 * language, and of two, share most of them (gemeente, gemeenten, Gemeinde).
 */
export function nameStems(names: readonly string[]): NameTerms {
  return termsIn(names, stemsOf, FEWEST);
}

export function stemsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => {
    const padded = ` ${word} `;
    return Array.from({ length: Math.max(1, padded.length - STEM + 1) }, (_, at) => padded.slice(at, at + STEM));
  });
}

function termsIn(names: readonly string[], split: (name: string) => string[], fewest: number): NameTerms {
  const each = names.map((name) => [...new Set(split(name))]);
  const count = new Map<string, number>();
  for (const term of each.flat()) count.set(term, (count.get(term) ?? 0) + 1);
  const terms = [...count].filter(([, n]) => n >= fewest).map(([term]) => term).sort();
  const position = new Map(terms.map((term, i) => [term, i]));
  const of = fromRows(
    each.map((list) => {
      const known = list.flatMap((term) => position.get(term) ?? []).sort((a, b) => a - b);
      return known.map((term) => [term, 1] as const);
    }),
  );
  return { terms, position, of, holders: transpose(of, terms.length) };
}
