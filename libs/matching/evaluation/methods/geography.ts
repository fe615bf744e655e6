import type { MatchIndex } from '../../match-index.js';
import { spread } from '../../past/spread.js';
import type { Method } from '../method.js';

/** Characters of a NUTS code per level: country, NUTS 1, 2 and 3. */
const LEVELS = [2, 3, 4, 5];

/**
 * score_i = sum over levels l of depth^l share_l(i) + near * deepest level shared with a member / 3
 *
 * share_l: of all participations in the programme, or of all where it has none, those from the region of i at level l.
 */
export const geography: Method<{ readonly depth: number; readonly near: number }> = {
  settings: [1, 2, 4].flatMap((depth) => [0.05, 0.3].map((near) => ({ depth, near }))),
  prepare: (index, { depth, near }) => ({ view, team }) => {
    const { sameProgramme } = view;
    const counted = sameProgramme.some((same) => same > 0) ? sameProgramme : sameProgramme.map(() => 1);
    const participations = spread(index, counted);
    const shares = LEVELS.map((length) => sharesOf(index, participations, length));
    return Float64Array.from(index.place, (place) => {
      const inProgramme = shares.reduce((sum, share, level) => {
        return sum + depth ** level * (share.get(place.slice(0, LEVELS[level])) ?? 0);
      }, 0);
      const nearest = Math.max(0, ...team.map((member) => sharedLevels(place, index.place[member] ?? '')));
      return inProgramme + (near * nearest) / 3;
    });
  },
};

function sharesOf(index: MatchIndex, participations: Float64Array, length: number): Map<string, number> {
  const total = participations.reduce((sum, count) => sum + count, 0);
  const shares = new Map<string, number>();
  index.place.forEach((place, i) => {
    const region = place.slice(0, length);
    if (place.length >= length) shares.set(region, (shares.get(region) ?? 0) + (participations[i] ?? 0) / total);
  });
  return shares;
}

/** Levels below the country on which two places are in one region. */
function sharedLevels(a: string, b: string): number {
  return LEVELS.slice(1).filter((length) => a.length >= length && a.slice(0, length) === b.slice(0, length)).length;
}
