import type { MatchIndex } from './match-index.js';
import { rowLength } from './sparse.js';

/** How many newcomers an answer shows: as the scores have it; one place in twelve at least; or every other place. */
export const MIXES = ['PROVEN', 'BALANCED', 'NEW_FACES'] as const;
export type Mix = (typeof MIXES)[number];

/** One place in so many is kept for newcomers, among the first {@link KEPT_AMONG}. */
export const KEPT_PLACES: Readonly<Record<Mix, number>> = { PROVEN: Infinity, BALANCED: 12, NEW_FACES: 2 };
export const KEPT_AMONG = 100;

/** Without a past project in the index. */
export function isNewcomer(index: MatchIndex, organisation: number): boolean {
  return rowLength(index.projectsOf, organisation) === 0;
}

/**
 * lifted_j = score of the (j within - j + 1)-th of the others, for the j-th best newcomer, unless its own is better
 *
 * It stands just before the one whose place it takes: so, of the first r places, at least floor(r / within) are newcomers',
 * and each rises as little as that needs.
 *
 * @param others their scores, best first; @param newcomers likewise; @param within one place in so many
 * @returns nothing for whoever needs no lift
 */
export function lifted(others: readonly number[], newcomers: readonly number[], within: number): (number | undefined)[] {
  return newcomers.map((own, at) => {
    const place = (at + 1) * within;
    const overtaken = place <= KEPT_AMONG ? others[place - at - 1] : undefined;
    return overtaken !== undefined && overtaken >= own ? overtaken : undefined;
  });
}
