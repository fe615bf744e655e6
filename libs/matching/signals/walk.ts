import type { CallView } from '../call-view.js';
import { WALK } from '../model.js';
import { spread } from '../past/spread.js';
import { asShares, sharesOf, startAt, walker, type Shares } from '../past/walk.js';
import { relative, relativeFew, type Values } from '../values.js';
import { strongestProjects } from './project-evidence.js';
import { noEvidence, type SignalReader } from './signal-reader.js';

/** walk: where somebody arrives who goes from the team to partners, their partners, and theirs: three steps */
export const walk: SignalReader = (view) => {
  const { index } = view;
  const worth = worthOf(view);
  const from = walker(index, worth);
  return (team) => {
    if (team.length === 0) return { values: { kind: 'few', values: new Map() }, evidence: noEvidence };
    const seen = from(startAt(team, index.organisations.length), { steps: WALK.steps, restart: WALK.restart });
    return { values: sparsely(seen, team), evidence: (organisation) => strongestProjects(index, organisation, (q) => worth[q] ?? 0) };
  };
};

/** kin: where somebody arrives who goes from those in projects like the call to their partners, and theirs */
export const kin: SignalReader = (view) => {
  const { index, alike } = view;
  const worth = worthOf(view);
  const start = sharesOf(asShares(spread(index, alike.map((value) => value * value))));
  return {
    values: sparsely(walker(index, worth)(start, { steps: WALK.kinSteps, restart: WALK.restart }), []),
    evidence: (organisation) => strongestProjects(index, organisation, (q) => alike[q] ?? 0),
  };
};

/** worth_q = (.3 + topic_q) (.1 + affinity_q) */
function worthOf({ topic, affinity }: CallView): Float64Array {
  return topic.map((value, q) => (WALK.offTopic + value) * (WALK.elsewhere + (affinity[q] ?? 0)));
}

/** Over the largest of those who are not of the team; a walk in a large directory meets few. */
function sparsely({ at, of }: Shares, team: readonly number[]): Values {
  if (at.length * FEW < of.length) return relativeFew(new Map(Array.from(at, (i) => [i, of[i] ?? 0])), team);
  for (const member of team) of[member] = 0;
  return { kind: 'each', values: relative(of) };
}

/** One in so many are few. */
const FEW = 16;
