import { columnsOf } from '../sparse.js';
import type { ConsortiumIndex } from './consortium-index.js';
import type { Vouchers } from './problem.js';

/** How strongly somebody with past projects vouches for others of its own region. */
const NEIGHBOUR = 0.25;

/**
 * Who vouches for each organisation:
 *
 *     tie_ij = 1 − 2^{−n}  for n past projects together;  else 1/4 for a j with past projects in i's NUTS 3 region
 */
export function pastTies(index: ConsortiumIndex): Vouchers[] {
  const experienced = experiencedByRegion(index);
  return index.organisations.map((_, organisation) => {
    const ties = new Map<number, number>();
    for (const neighbour of experienced.get(regionOf(index, organisation)) ?? []) if (neighbour !== organisation) ties.set(neighbour, NEIGHBOUR);
    for (const [other, projects] of sharedProjects(index, organisation)) ties.set(other, 1 - 2 ** -projects);
    return ties;
  });
}

/** Took part in no past project that is known. */
export const isNewcomer = ({ projectsOf }: ConsortiumIndex, organisation: number): boolean => columnsOf(projectsOf, organisation).length === 0;

const UNKNOWN_REGION = -1;

function regionOf({ places }: ConsortiumIndex, organisation: number): number {
  return places.regions.nuts3.of[places.of[organisation] ?? UNKNOWN_REGION] ?? UNKNOWN_REGION;
}

function experiencedByRegion(index: ConsortiumIndex): Map<number, number[]> {
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

function sharedProjects({ members, projectsOf }: ConsortiumIndex, organisation: number): Map<number, number> {
  const shared = new Map<number, number>();
  for (const project of columnsOf(projectsOf, organisation)) {
    for (const other of columnsOf(members, project)) if (other !== organisation) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}
