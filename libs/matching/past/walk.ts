import type { MatchIndex } from '../match-index.js';
import { gather, spread } from './spread.js';

export interface WalkSettings {
  /** From an organisation through a project to an organisation is one step. */
  readonly steps: number;
  /** The share that begins anew at the start after each step. */
  readonly restart: number;
}

/**
 * Where a random walker is after some steps: p' = restart * start + (1 - restart) * A p, summing p over the steps.
 *
 * From an organisation to one of its projects in proportion to their worth, from there to any member.
 *
 * @param worth of each project, not negative
 */
export function walker(index: MatchIndex, worth: Float64Array): (start: Float64Array, settings: WalkSettings) => Float64Array {
  const outgoing = spread(index, worth);
  const passing = worth.map((value, project) => value / (index.projects[project]?.size ?? 1));
  return (start, { steps, restart }) => {
    const seen = new Float64Array(start.length);
    let here = start;
    for (let step = 0; step < steps; step++) {
      const inProject = gather(index, perWayOut(here, outgoing));
      for (let q = 0; q < inProject.length; q++) inProject[q] = (inProject[q] ?? 0) * (passing[q] ?? 0);
      here = spread(index, inProject);
      for (let i = 0; i < here.length; i++) {
        here[i] = restart * (start[i] ?? 0) + (1 - restart) * (here[i] ?? 0);
        seen[i] = (seen[i] ?? 0) + (here[i] ?? 0);
      }
    }
    return seen;
  };
}

/** Shares over what they are divided by; nothing leaves from where there is no way out. */
function perWayOut(shares: Float64Array, outgoing: Float64Array): Float64Array {
  const leaving = new Float64Array(shares.length);
  for (let i = 0; i < shares.length; i++) {
    const share = shares[i] ?? 0;
    if (share > 0 && (outgoing[i] ?? 0) > 0) leaving[i] = share / (outgoing[i] ?? 1);
  }
  return leaving;
}

/** An equal share for each of the team. */
export function startAt(team: readonly number[], organisations: number): Float64Array {
  const start = new Float64Array(organisations);
  for (const member of team) start[member] = 1 / team.length;
  return start;
}

/** Weights made to add up to 1, where they are not all 0. */
export function asShares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? weights : weights.map((weight) => weight / total);
}
