import type { CallView } from '../call-view.js';
import { PLACES } from '../model.js';
import { relative } from '../past/spread.js';
import { sumByRegion, valueOfRegion, type Regions } from '../regions.js';
import { columnsOf } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { amongCandidates, ofCallAlone, type SignalReader } from './signal-reader.js';

/** country: share of the participations in the call's area and in projects like it that come from i's country */
export const country: SignalReader = (view) => {
  const regions = view.index.regions.country;
  const values = valueOfRegion(regions, sumByRegion(regions, view.local));
  return ofCallAlone(values, regionEvidence(regions));
};

/** density: the same per organisation of the country */
export const density: SignalReader = ({ index: { regions }, local }) =>
  ofCallAlone(localPerHead(regions.country, local), regionEvidence(regions.country));

/** region: the same per organisation, the mean of NUTS 1 and NUTS 2 */
export const region: SignalReader = ({ index, local }) => {
  const values = mean((['nuts1', 'nuts2'] as const).map((level) => relative(localPerHead(index.regions[level], local))));
  return ofCallAlone(values, regionEvidence(index.regions.nuts2));
};

/**
 * pairs_i = (per head at NUTS 2 + per head at NUTS 3) / 2, of the past consortia with a partner in a region of the team
 *
 * Neighbouring regions that worked together do so again, whoever it was.
 */
export const pairs: SignalReader = (view) => (team) => {
  const onEach = (['nuts2', 'nuts3'] as const).map((level) => {
    const regions = view.index.regions[level];
    return amongCandidates(valueOfRegion(regions, perHead(regions, massWith(view, regions, team))), team);
  });
  return { values: mean(onEach), evidence: regionEvidence(view.index.regions.nuts2) };
};

function mean([first = new Float64Array(), second = first]: readonly Float64Array[]): Float64Array {
  return first.map((value, i) => (value + (second[i] ?? 0)) / 2);
}

function localPerHead(regions: Regions, local: Float64Array): Float64Array {
  return valueOfRegion(regions, perHead(regions, sumByRegion(regions, local)));
}

/** mass_r / (heads_r + 5): a region of few organisations is not judged by one of them */
function perHead({ heads }: Regions, mass: Float64Array): Float64Array {
  return mass.map((value, r) => value / ((heads[r] ?? 0) + PLACES.prior));
}

/** mass_r = sum of (.2 + affinity_q) / sqrt(size_q) over members from r of consortia q with a partner from the team's regions */
function massWith({ index, affinity }: CallView, { of, codes }: Regions, team: readonly number[]): Float64Array {
  const near = new Set(team.map((member) => of[member] ?? -1).filter((at) => at >= 0));
  const met = new Set<number>();
  of.forEach((at, organisation) => {
    if (near.has(at)) for (const project of columnsOf(index.projectsOf, organisation)) met.add(project);
  });
  const mass = new Float64Array(codes.length);
  for (const project of met) {
    const size = index.projects[project]?.size ?? 1;
    if (size < 2) continue;
    for (const member of columnsOf(index.members, project)) {
      const at = of[member] ?? -1;
      if (at >= 0) mass[at] = (mass[at] ?? 0) + (PLACES.elsewhere + (affinity[project] ?? 0)) / Math.sqrt(size);
    }
  }
  return mass;
}

function regionEvidence({ of, codes }: Regions): (organisation: number) => Evidence[] {
  return (organisation) => {
    const place = codes[of[organisation] ?? -1];
    return place === undefined ? [] : [{ kind: 'place', role: 'active', place }];
  };
}
