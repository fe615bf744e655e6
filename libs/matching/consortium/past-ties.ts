import type { MatchIndex } from '../match-index.js';
import { columnsOf } from '../sparse.js';
import type { Vouchers } from './problem.js';

/** How strongly somebody with past projects vouches for a newcomer of its own region. */
const NEIGHBOUR = 0.25;

/**
 * Who vouches for each organisation:
 *
 *     tie_ij = 1 − 2^{−n}  for n past projects together;  1/4 for a newcomer i and an experienced j of its NUTS 3 region
 */
export function pastTies(index: MatchIndex): Vouchers[] {
  const experienced = experiencedByRegion(index);
  return index.organisations.map((_, organisation) => {
    if (isNewcomer(index, organisation)) {
      const neighbours = experienced.get(regionOf(index, organisation)) ?? [];
      return new Map(neighbours.map((neighbour) => [neighbour, NEIGHBOUR]));
    }
    return new Map([...sharedProjects(index, organisation)].map(([other, projects]) => [other, 1 - 2 ** -projects]));
  });
}

/** Took part in no past project that is known. */
export const isNewcomer = ({ projectsOf }: MatchIndex, organisation: number): boolean => columnsOf(projectsOf, organisation).length === 0;

const UNKNOWN_REGION = -1;

function regionOf({ places }: MatchIndex, organisation: number): number {
  return places.regions.nuts3.of[places.of[organisation] ?? UNKNOWN_REGION] ?? UNKNOWN_REGION;
}

function experiencedByRegion(index: MatchIndex): Map<number, number[]> {
  const byRegion = new Map<number, number[]>();
  for (const organisation of index.organisations.keys()) {
    const region = regionOf(index, organisation);
    if (region === UNKNOWN_REGION || isNewcomer(index, organisation)) continue;
    const others = byRegion.get(region);
    if (others === undefined) byRegion.set(region, [organisation]);
    else others.push(organisation);
  }
  return byRegion;
}

function sharedProjects({ members, projectsOf }: MatchIndex, organisation: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const project of columnsOf(projectsOf, organisation)) {
    for (const other of columnsOf(members, project)) if (other !== organisation) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}
