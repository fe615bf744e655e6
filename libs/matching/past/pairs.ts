import type { CallView } from '../call-view.js';
import { PLACES } from '../model.js';

/**
 * Which groups of organisations, regions or types, form consortia with which: rows are worked out when first asked for.
 *
 * mass_gh = sum over past consortia q of (.2 + affinity_q) / sqrt(size_q) * members from g * members from h, whereby a
 * member is no partner of its own
 *
 * @param groupOf each organisation, -1 where not known
 */
export function groupPairs(view: CallView, groupOf: Int32Array, groups: number): (group: number) => Float64Array {
  const rows = new Map<number, Float64Array>();
  return (group) => {
    const row = rows.get(group) ?? rowFor(view, groupOf, groups, group);
    rows.set(group, row);
    return row;
  };
}

function rowFor({ index, affinity }: CallView, groupOf: Int32Array, groups: number, home: number): Float64Array {
  const { start, column } = index.members;
  const mass = new Float64Array(groups);
  for (let project = 0; project < index.projects.length; project++) {
    const [from = 0, to = 0] = [start[project], start[project + 1]];
    let there = 0;
    for (let cell = from; cell < to; cell++) if (groupOf[column[cell] ?? 0] === home) there++;
    if (there === 0 || to - from < 2) continue;
    const weight = (PLACES.elsewhere + (affinity[project] ?? 0)) / Math.sqrt(to - from);
    for (let cell = from; cell < to; cell++) {
      const group = groupOf[column[cell] ?? 0] ?? -1;
      if (group >= 0) mass[group] = (mass[group] ?? 0) + weight * (group === home ? there - 1 : there);
    }
  }
  return mass;
}
