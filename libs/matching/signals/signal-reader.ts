import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';
import { relative, spread } from '../past/spread.js';
import type { Evidence } from '../suggestion.js';
import { strongestProjects } from './project-evidence.js';

/** A signal's answer to one question, for every organisation at once. */
export interface Reading {
  /** Per organisation, in [0, 1]. */
  readonly values: Float64Array;
  /** What the value of one organisation rests on, strongest first; worked out only when asked. */
  readonly evidence: (organisation: number) => Evidence[];
}

/** In two steps, so that what belongs to the call alone is worked out once for all its teams. */
export type SignalReader = (view: CallView) => (team: readonly number[]) => Reading;

/** value_i = sum over past projects q of i of weight_q, relative to the most that any candidate has */
export function fromProjects(index: MatchIndex, weights: Float64Array): (team: readonly number[]) => Reading {
  const evidence = (organisation: number) => strongestProjects(index, organisation, (project) => weights[project] ?? 0);
  return ofCallAlone(spread(index, weights), evidence);
}

/** Values that do not depend on the team, relative to the strongest candidate: the same array for almost every team. */
export function ofCallAlone(raw: Float64Array, evidence: Reading['evidence']): (team: readonly number[]) => Reading {
  const shared = relative(raw);
  const strongest = [...shared.keys()].filter((organisation) => shared[organisation] === 1);
  return (team) => {
    const isLeftOut = strongest.length > 0 && strongest.every((organisation) => team.includes(organisation));
    return { values: isLeftOut ? amongCandidates(raw, team) : shared, evidence };
  };
}

/** Relative to the strongest candidate; the team is none, and its values are 0. */
export function amongCandidates(raw: Float64Array, team: readonly number[]): Float64Array {
  const others = raw.slice();
  for (const member of team) others[member] = 0;
  return relative(others);
}
