/** Characters of a NUTS code, per level: country, NUTS 1, 2 and 3. */
const LEVELS = { country: 2, nuts1: 3, nuts2: 4, nuts3: 5 } as const;
export type Level = keyof typeof LEVELS;

/** The places of organisations, as finely as they are known, each once. */
export interface Places {
  /** Per organisation: its place. */
  readonly of: Int32Array;
  readonly codes: readonly string[];
  /** Per place: how many organisations are at home there. */
  readonly heads: Float64Array;
  readonly regions: Readonly<Record<Level, Regions>>;
}

/** The places by the regions of one NUTS level that hold them. */
export interface Regions {
  /** Per place: its region, -1 where the place is not known so finely. */
  readonly of: Int32Array;
  readonly codes: readonly string[];
  /** Per region: how many organisations are at home there. */
  readonly heads: Float64Array;
}

/** @param code of each organisation's place */
export function placesOf(code: readonly string[]): Places {
  const codes = [...new Set(code)].sort();
  const position = new Map(codes.map((each, i) => [each, i]));
  const of = Int32Array.from(code, (each) => position.get(each) ?? 0);
  const heads = new Float64Array(codes.length);
  for (const place of of) heads[place] = (heads[place] ?? 0) + 1;
  const on = (level: Level) => regionsOn(level, codes, heads);
  return { of, codes, heads, regions: { country: on('country'), nuts1: on('nuts1'), nuts2: on('nuts2'), nuts3: on('nuts3') } };
}

function regionsOn(level: Level, places: readonly string[], headsOfPlaces: Float64Array): Regions {
  const length = LEVELS[level];
  const known = places.filter((place) => place.length >= length).map((place) => place.slice(0, length));
  const codes = [...new Set(known)].sort();
  const position = new Map(codes.map((code, i) => [code, i]));
  const of = Int32Array.from(places, (place) => (place.length < length ? -1 : (position.get(place.slice(0, length)) ?? -1)));
  return { of, codes, heads: sumByRegion({ of, codes }, headsOfPlaces) };
}

/** sum_r = sum of weight_i over the organisations i of place r */
export function sumByPlace({ of, codes }: Places, weights: Float64Array): Float64Array {
  const sum = new Float64Array(codes.length);
  for (let i = 0; i < of.length; i++) {
    const place = of[i] ?? 0;
    sum[place] = (sum[place] ?? 0) + (weights[i] ?? 0);
  }
  return sum;
}

/** sum_r = sum of weight_p over the places p of region r */
export function sumByRegion({ of, codes }: Pick<Regions, 'of' | 'codes'>, weights: Float64Array): Float64Array {
  const sum = new Float64Array(codes.length);
  of.forEach((region, place) => {
    if (region >= 0) sum[region] = (sum[region] ?? 0) + (weights[place] ?? 0);
  });
  return sum;
}

/** What each place's region has; where the region is not known, the mean over all organisations whose region is. */
export function valueOfRegion({ of, heads }: Regions, values: Float64Array): Float64Array {
  let [sum, n] = [0, 0];
  heads.forEach((head, region) => {
    sum += head * (values[region] ?? 0);
    n += head;
  });
  const mean = n === 0 ? 0 : sum / n;
  return Float64Array.from(of, (region) => (region < 0 ? mean : (values[region] ?? 0)));
}
