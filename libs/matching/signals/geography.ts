import { GEOGRAPHY } from '../model.js';
import type { Evidence } from '../suggestion.js';
import type { SignalReader } from './signal-reader.js';

/**
 * geography_i = .6 addsCountry_i + .3 inArea_i + .1 near_i
 *
 * addsCountry: 1 for another country than the asker's that counts under the call's rules; never for its own.
 * inArea: 1 inside the programme area, .5 where the region is known too coarsely to tell, 0 elsewhere.
 * near: the depth of the NUTS region shared with the asker.
 */
export const geography: SignalReader = ({ index, call }) => {
  const inArea = index.place.map((place) => areaValue(place, call.area ?? []));
  const counts = index.country.map((country) => call.countries?.includes(country) ?? true);

  return (asker) => {
    const home = index.place[asker] ?? '';
    const addsCountry = (organisation: number) =>
      counts[organisation] === true && index.country[organisation] !== index.country[asker];

    const values = new Float64Array(index.organisations.length);
    index.place.forEach((place, i) => {
      const adds = addsCountry(i) ? GEOGRAPHY.addsCountry : 0;
      values[i] = adds + GEOGRAPHY.inArea * (inArea[i] ?? 0) + GEOGRAPHY.near * nearness(place, home);
    });

    const evidence = (organisation: number): Evidence[] => {
      const place = index.place[organisation] ?? '';
      const area = inArea[organisation] ?? 0;
      const found: Evidence[] = [];
      if (addsCountry(organisation)) {
        found.push({ kind: 'place', role: 'adds-country', place: index.country[organisation] ?? '' });
      }
      if (area > 0) found.push({ kind: 'place', role: area === 1 ? 'in-area' : 'perhaps-in-area', place });
      if (nearness(place, home) > 0) found.push({ kind: 'place', role: 'near', place: place.slice(0, sharedLength(place, home)) });
      return found;
    };
    return { values, evidence };
  };
};

function areaValue(place: string, area: readonly string[]): number {
  if (area.some((prefix) => place.startsWith(prefix))) return 1;
  return area.some((prefix) => prefix.startsWith(place)) ? GEOGRAPHY.perhapsInArea : 0;
}

const COUNTRY_LENGTH = 2;
const NUTS3_LENGTH = 5;

/** NUTS level of the smallest region that holds both, over 3: 0 for the country or less, 1 for NUTS 3. */
function nearness(a: string, b: string): number {
  return Math.max(0, sharedLength(a, b) - COUNTRY_LENGTH) / (NUTS3_LENGTH - COUNTRY_LENGTH);
}

/** Length of the common start of two NUTS codes, at most that of NUTS 3: the start names a region that holds both. */
function sharedLength(a: string, b: string): number {
  const longest = Math.min(a.length, b.length, NUTS3_LENGTH);
  let length = 0;
  while (length < longest && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
