import type { MatchIndex } from '../match-index.js';
import { GEOGRAPHY } from '../model.js';
import type { Evidence } from '../suggestion.js';
import type { SignalReader } from './signal-reader.js';

/** area: 1 inside the programme area, .5 where the region is known too coarsely to tell, 0 elsewhere. */
export const area: SignalReader = ({ index, call }) => {
  const values = Float64Array.from(index.place, (place) => areaValue(place, call.area ?? []));
  const evidence = (organisation: number): Evidence[] => {
    const [value = 0, place = ''] = [values[organisation], index.place[organisation]];
    return value > 0 ? [{ kind: 'place', role: value === 1 ? 'in-area' : 'perhaps-in-area', place }] : [];
  };
  return () => ({ values, evidence });
};

/** addition: 1 for a country that counts under the call's rules and that no member is from, else 0. */
export const addition: SignalReader = ({ index, call }) => {
  const counts = index.country.map((country) => call.countries?.includes(country) ?? true);
  return (team) => {
    const there = new Set(team.map((member) => index.country[member]));
    const values = Float64Array.from(index.country, (country, i) => Number(counts[i] === true && !there.has(country)));
    return {
      values,
      evidence: (organisation) =>
        values[organisation] === 0 ? [] : [{ kind: 'place', role: 'adds-country', place: index.country[organisation] ?? '' }],
    };
  };
};

/** balance_i = 1 - members from i's country / members; it names no evidence, being about what is not there */
export const balance: SignalReader = ({ index }) => (team) => {
  const members = new Map<string, number>();
  for (const member of team) members.set(countryOf(index, member), (members.get(countryOf(index, member)) ?? 0) + 1);
  const share = (country: string) => (members.get(country) ?? 0) / Math.max(1, team.length);
  return { values: Float64Array.from(index.country, (country) => 1 - share(country)), evidence: () => [] };
};

/** near_i = NUTS level, over 3, of the smallest region that holds both i and a member: 0 for the country or less */
export const near: SignalReader = ({ index }) => (team) => {
  const values = new Float64Array(index.organisations.length);
  (['nuts1', 'nuts2', 'nuts3'] as const).forEach((level, depth) => {
    const { of } = index.regions[level];
    const homes = new Set(team.map((member) => of[member] ?? -1).filter((at) => at >= 0));
    of.forEach((at, i) => {
      if (homes.has(at)) values[i] = (depth + 1) / 3;
    });
  });
  const evidence = (organisation: number): Evidence[] => {
    const depth = Math.round((values[organisation] ?? 0) * 3);
    const place = (index.place[organisation] ?? '').slice(0, GEOGRAPHY.countryLength + depth);
    return depth === 0 ? [] : [{ kind: 'place', role: 'near', place }];
  };
  return { values, evidence };
};

function areaValue(place: string, area: readonly string[]): number {
  if (area.some((prefix) => place.startsWith(prefix))) return 1;
  return area.some((prefix) => prefix.startsWith(place)) ? GEOGRAPHY.perhapsInArea : 0;
}

function countryOf({ country }: MatchIndex, organisation: number): string {
  return country[organisation] ?? '';
}
