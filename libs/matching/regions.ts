/** Characters of a NUTS code, per level: country, NUTS 1, 2 and 3. */
export const LEVELS = { country: 2, nuts1: 3, nuts2: 4, nuts3: 5 } as const;
export type Level = keyof typeof LEVELS;

/** The organisations by their regions on one NUTS level. */
export interface Regions {
  /** Per organisation: its region, -1 where the place is not known so finely. */
  readonly of: Int32Array;
  readonly codes: readonly string[];
  /** Per region: how many organisations are at home there. */
  readonly heads: Float64Array;
}

export function regionsOn(level: Level, places: readonly string[]): Regions {
  const length = LEVELS[level];
  const known = (place: string) => place.length >= length;
  const codes = [...new Set(places.filter(known).map((place) => place.slice(0, length)))].sort();
  const position = new Map(codes.map((code, i) => [code, i]));
  const of = Int32Array.from(places, (place) => (known(place) ? (position.get(place.slice(0, length)) ?? -1) : -1));
  const heads = new Float64Array(codes.length);
  for (const region of of) if (region >= 0) heads[region] = (heads[region] ?? 0) + 1;
  return { of, codes, heads };
}

/** sum_r = sum of weight_i over the organisations i of region r */
export function sumByRegion({ of, codes }: Regions, weights: Float64Array): Float64Array {
  const sum = new Float64Array(codes.length);
  weights.forEach((weight, i) => {
    const region = of[i] ?? -1;
    if (region >= 0) sum[region] = (sum[region] ?? 0) + weight;
  });
  return sum;
}

/** What each organisation's region has; where the region is not known, the mean of all others. */
export function valueOfRegion({ of }: Regions, values: Float64Array): Float64Array {
  let [sum, n] = [0, 0];
  for (const region of of) {
    if (region < 0) continue;
    sum += values[region] ?? 0;
    n += 1;
  }
  const mean = n === 0 ? 0 : sum / n;
  return Float64Array.from(of, (region) => (region < 0 ? mean : (values[region] ?? 0)));
}
