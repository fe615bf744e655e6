import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';
import { groupOf, sumByGroup, type Groups } from '../groups.js';
import { PLACES } from '../model.js';
import { groupPairs } from '../past/pairs.js';
import { valueOfRegion, type Level } from '../places.js';
import type { Evidence } from '../suggestion.js';
import { relative } from '../values.js';
import type { Reading, SignalReader } from './signal-reader.js';

/** country: share of the participations in projects like this that come from i's country */
export const country: SignalReader = ({ index, local }) => {
  const regions = index.places.regions.country;
  return byPlace(index, valueOfRegion(regions, sumByGroup(regions, sumByGroup(index.places, local))), 'country');
};

/** density: the same per organisation of the country */
export const density: SignalReader = ({ index, local }) => byPlace(index, localPerHead(index, local, 'country'), 'country');

/** region: the same per organisation of the region, the mean of NUTS 1, 2 and 3 */
export const region: SignalReader = ({ index, local }) => {
  const onEach = (['nuts1', 'nuts2', 'nuts3'] as const).map((level) => relative(localPerHead(index, local, level)));
  return byPlace(index, meanOf(onEach), 'nuts2');
};

/** pairs: per head at NUTS 2 and at NUTS 3, of the past consortia with a partner in a region of the team: they meet again */
export const pairs: SignalReader = (view) => {
  const onEach = (['nuts2', 'nuts3'] as const).map((level) => withPartnersIn(view, level));
  return (team) => byPlace(view.index, meanOf(onEach.map((of) => relative(of(team)))), 'nuts2');
};

/** countries: the same per head of the country */
export const countries: SignalReader = (view) => {
  const of = withPartnersIn(view, 'country');
  return (team) => byPlace(view.index, of(team), 'country');
};

function meanOf(lists: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = lists;
  return first.map((_, i) => lists.reduce((sum, list) => sum + (list[i] ?? 0), 0) / lists.length);
}

/** Of the participations in projects like this, the share of i's region, per organisation. */
function localPerHead(index: MatchIndex, local: Float64Array, level: Level): Float64Array {
  const regions = index.places.regions[level];
  const mass = sumByGroup(regions, sumByGroup(index.places, local));
  return valueOfRegion(regions, perHead(regions, mass));
}

/** mass_r / (heads_r + 5): a region of few organisations is not judged by one of them */
function perHead({ heads }: Groups, mass: Float64Array): Float64Array {
  return mass.map((value, r) => value / ((heads[r] ?? 0) + PLACES.prior));
}

/** Per place: sum over the team of the mass per head that its region has in past consortia with theirs. */
function withPartnersIn(view: CallView, level: Level): (team: readonly number[]) => Float64Array {
  const { places } = view.index;
  const regions = places.regions[level];
  const regionOf = places.of.map((place) => regions.of[place] ?? -1);
  const partnersOf = groupPairs(view, regionOf, regions.names.length);
  return (team) => {
    const mass = new Float64Array(regions.names.length);
    for (const member of team) {
      const home = regionOf[member] ?? -1;
      if (home >= 0) partnersOf(home).forEach((value, r) => (mass[r] = (mass[r] ?? 0) + value));
    }
    return valueOfRegion(regions, perHead(regions, mass));
  };
}

function byPlace({ places }: MatchIndex, raw: Float64Array, level: Level): Reading {
    const evidence = (organisation: number): Evidence[] => {
    const place = groupOf(places.regions[level], places.of[organisation] ?? -1);
    return place === '' ? [] : [{ kind: 'place', role: 'active', place }];
  };
  return { values: { kind: 'group', of: places.of, values: relative(raw) }, evidence };
}
