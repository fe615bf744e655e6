import { groupsOf, type Groups } from './groups.js';

/** Characters of a NUTS code, per level: country, NUTS 1, 2 and 3. */
const LEVELS = { country: 2, nuts1: 3, nuts2: 4, nuts3: 5 } as const;
export type Level = keyof typeof LEVELS;

/** The organisations by their places, as finely as they are known: NUTS codes, or the country in NUTS spelling. */
export interface Places extends Groups {
  /** The places by the region of each level that holds them; in none where they are not known so finely. */
  readonly regions: Readonly<Record<Level, Groups>>;
}

/** @param code of each organisation's place */
export function placesOf(code: readonly string[]): Places {
  const places = groupsOf(code);
  const on = (level: Level) => {
    const length = LEVELS[level];
    return groupsOf(places.names.map((place) => (place.length < length ? undefined : place.slice(0, length))), places.heads);
  };
  return { ...places, regions: { country: on('country'), nuts1: on('nuts1'), nuts2: on('nuts2'), nuts3: on('nuts3') } };
}

/** NUTS levels below the country on which two places are in one region. */
export function sharedLevels(a: string, b: string): number {
  const isShared = (length: number) => a.length >= length && a.slice(0, length) === b.slice(0, length);
  return [LEVELS.nuts1, LEVELS.nuts2, LEVELS.nuts3].filter(isShared).length;
}

/** What each place's region has; where the region is not known, the mean over all organisations whose region is. */
export function valueOfRegion({ of, heads }: Groups, values: Float64Array): Float64Array {
  let [sum, n] = [0, 0];
  heads.forEach((head, region) => {
    sum += head * (values[region] ?? 0);
    n += head;
  });
  const mean = n === 0 ? 0 : sum / n;
  return Float64Array.from(of, (region) => (region < 0 ? mean : (values[region] ?? 0)));
}
