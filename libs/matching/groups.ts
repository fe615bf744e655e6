/** Things by something they have in common. */
export interface Groups {
  /** Per thing: its group, -1 where it is in none. */
  readonly of: Int32Array;
  /** Sorted; '' is the group of those of whom it is not known. */
  readonly names: readonly string[];
  /** Per group: how many organisations it has. */
  readonly heads: Float64Array;
}

/**
 * @param name of each thing's group; undefined for none
 * @param headsOf each thing; left out: it is one organisation
 */
export function groupsOf(name: readonly (string | undefined)[], headsOf?: Float64Array): Groups {
  const names = [...new Set(name)].filter((each) => each !== undefined).sort();
  const position = new Map(names.map((each, i) => [each, i]));
  const of = Int32Array.from(name, (each) => (each === undefined ? -1 : (position.get(each) ?? -1)));
  return { of, names, heads: sumByGroup({ of, names }, headsOf ?? new Float64Array(name.length).fill(1)) };
}

export function groupOf({ of, names }: Groups, thing: number): string {
  return names[of[thing] ?? -1] ?? '';
}

/** sum_g = sum of weight_i over the things i of group g */
export function sumByGroup({ of, names }: Pick<Groups, 'of' | 'names'>, weights: Float64Array): Float64Array {
  const sum = new Float64Array(names.length);
  for (let i = 0; i < of.length; i++) {
    const group = of[i] ?? -1;
    if (group >= 0) sum[group] = (sum[group] ?? 0) + (weights[i] ?? 0);
  }
  return sum;
}
