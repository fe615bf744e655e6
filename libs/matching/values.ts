/** One value in [0, 1] for every organisation, kept no larger than what it depends on. */
export type Values =
  /** Its own for each: by position. */
  | { readonly kind: 'each'; readonly values: Float64Array }
  /** The same for all of a group, such as a place: group of an organisation -> value. */
  | { readonly kind: 'group'; readonly of: Int32Array; readonly values: Float64Array }
  /** 0 for all but a few. */
  | { readonly kind: 'few'; readonly values: ReadonlyMap<number, number> };

export function valueAt(given: Values, organisation: number): number {
  switch (given.kind) {
    case 'each':
      return given.values[organisation] ?? 0;
    case 'group':
      return given.values[given.of[organisation] ?? -1] ?? 0;
    case 'few':
      return given.values.get(organisation) ?? 0;
  }
}

/** @param of a curve that leads from 0 to 0. */
export function curved(given: Values, of: (value: number) => number): Values {
  switch (given.kind) {
    case 'each':
      return { kind: 'each', values: given.values.map(of) };
    case 'group':
      return { ...given, values: given.values.map(of) };
    case 'few':
      return { kind: 'few', values: new Map(Array.from(given.values, ([organisation, value]) => [organisation, of(value)])) };
  }
}

/** sum_i += weight * value_i */
export function addValues(sum: Float64Array, given: Values, weight: number): void {
  switch (given.kind) {
    case 'each': {
      const { values } = given;
      for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + weight * (values[i] ?? 0);
      break;
    }
    case 'group': {
      const shares = given.values.map((value) => weight * value);
      const { of } = given;
      for (let i = 0; i < sum.length; i++) {
        const group = of[i] ?? -1;
        if (group >= 0) sum[i] = (sum[i] ?? 0) + (shares[group] ?? 0);
      }
      break;
    }
    case 'few':
      for (const [organisation, value] of given.values) sum[organisation] = (sum[organisation] ?? 0) + weight * value;
  }
}

/** What is given for everybody, and how much it counts. */
export interface Weighed {
  readonly values: Values;
  readonly weight: number;
}

/** sum_i += sum over the given of weight * value_i. What is given for the same groups is added up a group first. */
export function addAll(sum: Float64Array, given: readonly Weighed[]): void {
  const byGroups = new Map<Int32Array, Float64Array>();
  for (const { values, weight } of given) {
    if (values.kind !== 'group') {
      addValues(sum, values, weight);
      continue;
    }
    const shares = byGroups.get(values.of) ?? new Float64Array(values.values.length);
    values.values.forEach((value, group) => (shares[group] = (shares[group] ?? 0) + weight * value));
    byGroups.set(values.of, shares);
  }
  for (const [of, values] of byGroups) addValues(sum, { kind: 'group', of, values }, 1);
}

/** Over the largest: in [0, 1], and all 0 where there is nothing. Plain loops: this runs over everybody for every answer. */
export function relative(values: Float64Array): Float64Array {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most === 0) return values;
  const shares = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) shares[i] = (values[i] ?? 0) / most;
  return shares;
}

/** Values of a few over the largest of theirs; those left out are none of them. */
export function relativeFew(values: ReadonlyMap<number, number>, leftOut: readonly number[]): Values {
  const kept = [...values].filter(([organisation]) => !leftOut.includes(organisation));
  const most = kept.reduce((best, [, value]) => Math.max(best, value), 0);
  return { kind: 'few', values: new Map(kept.map(([organisation, value]) => [organisation, value / most])) };
}
