import { groupOf } from '../groups.js';
import type { MatchIndex } from '../match-index.js';
import { GEOGRAPHY } from '../model.js';
import { sharedLevels } from '../places.js';
import type { Evidence } from '../suggestion.js';
import { valueAt, type Values } from '../values.js';
import { noEvidence, type SignalReader } from './signal-reader.js';

/** area: 1 inside the programme area, .5 where the region is known too coarsely to tell, 0 elsewhere. */
export const area: SignalReader = ({ index, call }) => {
  const values = byPlace(index, (place) => areaValue(place, call.area ?? []));
  const evidence = (organisation: number): Evidence[] => {
    const [value, place] = [valueAt(values, organisation), groupOf(index.places, organisation)];
    return value > 0 ? [{ kind: 'place', role: value === 1 ? 'in-area' : 'perhaps-in-area', place }] : [];
  };
  return { values, evidence };
};

/** addition: 1 for a country that the call counts and that no member is from; 0 for others, and where no country is counted. */
export const addition: SignalReader = ({ index, call }) => (team) => {
  const there = new Set(team.map((member) => groupOf(index.countries, member)));
  const counts = (country: string) => call.countries?.includes(country) ?? false;
  const values = byCountry(index, (country) => Number(counts(country) && !there.has(country)));
  const then = { count: [...there].filter(counts).length + 1, ...(call.countriesWanted !== undefined && { of: call.countriesWanted }) };
  return {
    values,
    evidence: (organisation) =>
      valueAt(values, organisation) === 0
        ? []
        : [{ kind: 'place', role: 'adds-country', place: groupOf(index.countries, organisation), ...then }],
  };
};

/** balance_i = 1 - members from i's country / members; it names no evidence, being about what is not there */
export const balance: SignalReader = ({ index }) => (team) => {
  const members = new Map<string, number>();
  for (const member of team) {
    const country = groupOf(index.countries, member);
    members.set(country, (members.get(country) ?? 0) + 1);
  }
  const share = (country: string) => (members.get(country) ?? 0) / Math.max(1, team.length);
  return { values: byCountry(index, (country) => 1 - share(country)), evidence: noEvidence };
};

/** near_i = NUTS level, over 3, of the smallest region that holds both i and a member: 0 for the country or less */
export const near: SignalReader = ({ index }) => (team) => {
  const homes = [...new Set(team.map((member) => groupOf(index.places, member)))];
  const values = byPlace(index, (place) => Math.max(0, ...homes.map((home) => sharedLevels(place, home))) / GEOGRAPHY.levels);
  const evidence = (organisation: number): Evidence[] => {
    const depth = Math.round(valueAt(values, organisation) * GEOGRAPHY.levels);
    const place = groupOf(index.places, organisation).slice(0, GEOGRAPHY.countryLength + depth);
    return depth === 0 ? [] : [{ kind: 'place', role: 'near', place }];
  };
  return { values, evidence };
};

function areaValue(place: string, area: readonly string[]): number {
  if (area.some((prefix) => place.startsWith(prefix))) return 1;
  return area.some((prefix) => prefix.startsWith(place)) ? GEOGRAPHY.perhapsInArea : 0;
}

function byPlace({ places: { of, names } }: MatchIndex, value: (place: string) => number): Values {
  return { kind: 'group', of, values: Float64Array.from(names, value) };
}

function byCountry({ countries: { of, names } }: MatchIndex, value: (country: string) => number): Values {
  return { kind: 'group', of, values: Float64Array.from(names, value) };
}
