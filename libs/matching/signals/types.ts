import type { CallView } from '../call-view.js';
import { sumByGroup } from '../groups.js';
import { NAMES } from '../model.js';
import { groupPairs } from '../past/pairs.js';
import { relative, type Values } from '../values.js';
import { noEvidence, type SignalReader } from './signal-reader.js';

/** type_i = share of i's type among those in projects like this, per organisation of the type */
export const type: SignalReader = (view) => {
  return { values: perHead(view, sumByGroup(view.index.types, view.local)), evidence: noEvidence };
};

/** types: the same in past consortia, beside organisations of the team's types */
export const types: SignalReader = (view) => {
  const { of, names } = view.index.types;
  const partnersOf = groupPairs(view, of, names.length);
  return (team) => {
    const mass = new Float64Array(names.length);
    for (const home of new Set(team.map((member) => of[member] ?? 0))) {
      if (names[home] === '') continue;
      partnersOf(home).forEach((value, each) => (mass[each] = (mass[each] ?? 0) + value));
    }
    return { values: perHead(view, mass), evidence: noEvidence };
  };
};

function perHead({ index: { types: { of, heads } } }: CallView, mass: Float64Array): Values {
  return { kind: 'group', of, values: relative(mass.map((value, each) => value / ((heads[each] ?? 0) + NAMES.typePrior))) };
}
