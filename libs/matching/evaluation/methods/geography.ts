import { groupOf, sumByGroup } from '../../groups.js';
import { spread } from '../../past/spread.js';
import { asShares } from '../../past/walk.js';
import { sharedLevels, type Level, type Places } from '../../places.js';
import type { Method } from '../method.js';

const LEVELS = ['country', 'nuts1', 'nuts2', 'nuts3'] as const;

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
    const shares = LEVELS.map((level) => sharesOn(index.places, level, spread(index, counted)));
    const homes = team.map((member) => groupOf(index.places, member));
    const ofPlace = index.places.names.map((place, p) => {
      const inProgramme = shares.reduce((sum, share, level) => sum + depth ** level * (share[p] ?? 0), 0);
      return inProgramme + (near * Math.max(0, ...homes.map((home) => sharedLevels(place, home)))) / 3;
    });
    return Float64Array.from(index.places.of, (place) => ofPlace[place] ?? 0);
  },
};

/** Per place: the share of all participations that its region has. */
function sharesOn(places: Places, level: Level, participations: Float64Array): Float64Array {
  const regions = places.regions[level];
  const shares = asShares(sumByGroup(regions, sumByGroup(places, participations)));
  return Float64Array.from(regions.of, (region) => shares[region] ?? 0);
}
