import type { CallView } from '../call-view.js';
import { NAMES, PLACES } from '../model.js';
import { columnsOf } from '../sparse.js';
import { relative, type Values } from '../values.js';
import { noEvidence, type SignalReader } from './signal-reader.js';

/** type_i = share of i's type among those in projects like this, per organisation of the type */
export const type: SignalReader = (view) => {
  const { of, names } = view.index.types;
  const mass = new Float64Array(names.length);
  view.local.forEach((weight, i) => (mass[of[i] ?? 0] = (mass[of[i] ?? 0] ?? 0) + weight));
  return { values: perHead(view, mass), evidence: noEvidence };
};

/** types: the same in past consortia, beside organisations of the team's types */
export const types: SignalReader = (view) => {
  const { of, names } = view.index.types;
  const rows = new Map<number, Float64Array>();
  return (team) => {
    const mass = new Float64Array(names.length);
    for (const home of new Set(team.map((member) => of[member] ?? 0))) {
      if (names[home] === '') continue;
      const row = rows.get(home) ?? besides(view, home);
      rows.set(home, row);
      row.forEach((value, each) => (mass[each] = (mass[each] ?? 0) + value));
    }
    return { values: perHead(view, mass), evidence: noEvidence };
  };
};

/** mass_t = sum of (.2 + affinity_q) / sqrt(size_q) over the pairs of a member of type t and another of the given type */
function besides({ index, affinity }: CallView, home: number): Float64Array {
  const { of, names } = index.types;
  const mass = new Float64Array(names.length);
  index.projects.forEach((_, project) => {
    const members = columnsOf(index.members, project);
    const there = members.reduce((count, member) => count + Number(of[member] === home), 0);
    if (members.length < 2 || there === 0) return;
    const weight = (PLACES.elsewhere + (affinity[project] ?? 0)) / Math.sqrt(members.length);
    for (const member of members) {
      const each = of[member] ?? 0;
      mass[each] = (mass[each] ?? 0) + weight * (there - Number(each === home));
    }
  });
  return mass;
}

function perHead({ index: { types: { of, heads } } }: CallView, mass: Float64Array): Values {
  return { kind: 'group', of, values: relative(mass.map((value, each) => value / ((heads[each] ?? 0) + NAMES.typePrior))) };
}
