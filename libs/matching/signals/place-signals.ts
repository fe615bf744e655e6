import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';
import { PLACES } from '../model.js';
import { sumByPlace, sumByRegion, valueOfRegion, type Level, type Regions } from '../places.js';
import { columnsOf } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { relative } from '../values.js';
import type { Reading, SignalReader } from './signal-reader.js';

/** country: share of the participations in projects like this that come from i's country */
export const country: SignalReader = ({ index, local }) => {
  const regions = index.places.regions.country;
  return byPlace(index, valueOfRegion(regions, sumByRegion(regions, sumByPlace(index.places, local))), 'country');
};

/** density: the same per organisation of the country */
export const density: SignalReader = ({ index, local }) => localPerHead(index, local, 'country');

/** region: the same per organisation of the NUTS 2 region */
export const region: SignalReader = ({ index, local }) => localPerHead(index, local, 'nuts2');

/** pairs: per head at NUTS 2 and at NUTS 3, of the past consortia with a partner in a region of the team: they meet again */
export const pairs: SignalReader = (view) => {
  const onEach = (['nuts2', 'nuts3'] as const).map((level) => withPartnersIn(view, level));
  return (team) => {
    const [coarse = new Float64Array(), fine = coarse] = onEach.map((of) => relative(of(team)));
    return byPlace(view.index, coarse.map((value, place) => (value + (fine[place] ?? 0)) / 2), 'nuts2');
  };
};

/** countries: the same per head of the country */
export const countries: SignalReader = (view) => {
  const of = withPartnersIn(view, 'country');
  return (team) => byPlace(view.index, of(team), 'country');
};

function localPerHead(index: MatchIndex, local: Float64Array, level: Level): Reading {
  const regions = index.places.regions[level];
  const mass = sumByRegion(regions, sumByPlace(index.places, local));
  const total = mass.reduce((sum, value) => sum + value, 0) || 1;
  return byPlace(index, valueOfRegion(regions, perHead(regions, mass.map((value) => value / total))), level);
}

/** mass_r / (heads_r + 5): a region of few organisations is not judged by one of them */
function perHead({ heads }: Regions, mass: Float64Array): Float64Array {
  return mass.map((value, r) => value / ((heads[r] ?? 0) + PLACES.prior));
}

/**
 * Per place: sum over the team of the mass per head of its region with theirs.
 *
 * mass_rs = sum of (.2 + affinity_q) / sqrt(size_q) over the members from s of consortia q with a partner from r;
 * each region's row is worked out when a team first asks for it.
 */
function withPartnersIn(view: CallView, level: Level): (team: readonly number[]) => Float64Array {
  const { places } = view.index;
  const regions = places.regions[level];
  const rows = new Map<number, Float64Array>();
  const rowOf = (region: number) => {
    const row = rows.get(region) ?? massWith(view, regions, region);
    rows.set(region, row);
    return row;
  };
  return (team) => {
    const mass = new Float64Array(regions.codes.length);
    for (const member of team) {
      const home = regions.of[places.of[member] ?? -1] ?? -1;
      if (home >= 0) rowOf(home).forEach((value, r) => (mass[r] = (mass[r] ?? 0) + value));
    }
    return valueOfRegion(regions, perHead(regions, mass));
  };
}

function massWith({ index, affinity }: CallView, { of, codes }: Regions, home: number): Float64Array {
  const regionOf = (organisation: number) => of[index.places.of[organisation] ?? -1] ?? -1;
  const mass = new Float64Array(codes.length);
  index.projects.forEach((_, project) => {
    const members = columnsOf(index.members, project);
    if (members.length < 2 || !members.some((member) => regionOf(member) === home)) return;
    const weight = (PLACES.elsewhere + (affinity[project] ?? 0)) / Math.sqrt(members.length);
    for (const member of members) {
      const at = regionOf(member);
      if (at >= 0) mass[at] = (mass[at] ?? 0) + weight;
    }
  });
  return mass;
}

function byPlace({ places }: MatchIndex, raw: Float64Array, level: Level): Reading {
  const { of, codes } = places.regions[level];
  const evidence = (organisation: number): Evidence[] => {
    const place = codes[of[places.of[organisation] ?? -1] ?? -1];
    return place === undefined ? [] : [{ kind: 'place', role: 'active', place }];
  };
  return { values: { kind: 'group', of: places.of, values: relative(raw) }, evidence };
}
