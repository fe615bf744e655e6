import type { Row } from '../sparse.js';
import { compareIn, type Compare } from './anchor-index.js';
import { ANCHORS, type Anchors, type Language } from './anchors/index.js';
import { languageOf } from './detect.js';

const NEAREST = 60;

/** The topics by number: column t of a meaning is `TOPICS[t]`. */
export const TOPICS: readonly string[] = topicsOf(ANCHORS);

const compareBy = new Map<Language, Compare>();

/**
 * A text as its likeness to the topics, measured in its own language: a vector of length 1 with at most 60 cells, columns
 * ascending, comparable with that of a text in any other of the languages.
 *
 *     meaning_t ~ excess_t - the 61st largest excess, where both are positive
 *
 * The anchors of a language are indexed when its first text comes.
 *
 * @returns an empty row where nothing is known: no text, another language, no word in common with any anchor.
 */
export function meaningOf(text: string, language: Language | undefined = languageOf(text)): Row {
  if (language === undefined) return [];
  let compare = compareBy.get(language);
  if (compare === undefined) compareBy.set(language, (compare = compareIn(language, ANCHORS, TOPICS)));
  return nearest(compare(text));
}

/** The same however the anchors are ordered. */
export function topicsOf(anchors: Anchors): string[] {
  return Object.keys(anchors).sort();
}

function nearest(excess: Float64Array): Row {
  const level = Math.max(0, excess.toSorted().at(-1 - NEAREST) ?? 0);
  const cells = Array.from(excess, (value, t): Row[number] => [t, value - level]).filter(([, above]) => above > 0);
  const length = Math.sqrt(cells.reduce((sum, [, above]) => sum + above * above, 0));
  return cells.map(([t, above]) => [t, above / length]);
}
