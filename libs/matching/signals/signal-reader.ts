import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';
import { spread } from '../past/spread.js';
import type { Evidence } from '../suggestion.js';
import { relative, type Values } from '../values.js';
import { strongestProjects } from './project-evidence.js';

/** A signal's answer to one question. */
export interface Reading {
  readonly values: Values;
  /** What the value of one organisation rests on, strongest first; worked out only when asked. */
  readonly evidence: (organisation: number) => Evidence[];
}

/** What a call alone tells, worked out once for all its teams; or how to ask about a team. */
export type SignalReader = (view: CallView) => Reading | ((team: readonly number[]) => Reading);

/** value_i = sum over past projects q of i of weight_q, over the most that anybody has */
export function fromProjects(index: MatchIndex, weights: Float64Array): Reading {
  return {
    values: { kind: 'each', values: relative(spread(index, weights)) },
    evidence: (organisation) => strongestProjects(index, organisation, (project) => weights[project] ?? 0),
  };
}

export function noEvidence(): Evidence[] {
  return [];
}
