import type { Row } from '../sparse.js';
import { ANCHORS } from './anchors/index.js';
import { TOPICS } from './meaning.js';

/**
 * likeness = sum over topics of a_t b_t: the cosine of two meanings, in [0, 1], 1 for the same text, 0 beside an empty one.
 */
export function likeness(a: Row, b: Row): number {
  return Math.min(1, inCommon(a, b).reduce((sum, [, weight]) => sum + weight, 0));
}

/** What each topic adds to the likeness of two meanings: `themesOf` it says why they are alike. */
export function inCommon(a: Row, b: Row): Row {
  const other = new Map(b);
  return a.flatMap(([topic, weight]): Row => {
    const match = other.get(topic);
    return match === undefined ? [] : [[topic, weight * match]];
  });
}

export interface ThemeOfText {
  readonly theme: string;
  /** Of the theme's strongest topic. */
  readonly weight: number;
}

/** The k strongest themes of a meaning, equals by name. */
export function themesOf(meaning: Row, k: number): ThemeOfText[] {
  const strongest = new Map<string, number>();
  for (const [t, weight] of meaning) {
    for (const theme of themesOfTopic(TOPICS[t] ?? '')) strongest.set(theme, Math.max(strongest.get(theme) ?? 0, weight));
  }
  return [...strongest]
    .map(([theme, weight]) => ({ theme, weight }))
    .sort((a, b) => b.weight - a.weight || (a.theme < b.theme ? -1 : 1))
    .slice(0, k);
}

/** A topic's theme stands before the slash; an anchor may name further ones. */
function themesOfTopic(topic: string): string[] {
  return [topic.split('/', 1)[0] ?? topic, ...(ANCHORS[topic]?.also ?? [])];
}
