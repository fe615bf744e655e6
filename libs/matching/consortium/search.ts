import { searchLocally } from './local-search.js';
import { DIFFERENT, type Choice, type ConsortiumProblem, type Demand, type Proposal } from './problem.js';
import { prove } from './prove.js';
import type { LinearSolver, Limits } from './solver.js';

export interface SearchEvents {
  /** A consortium found at once, of which nothing is proven. */
  greedy?(nth: number, choice: Choice | undefined, milliseconds: number): void;
  proved?(nth: number, proposal: Proposal): void;
}

export interface Search {
  readonly proposals: readonly Proposal[];
  /** Why there are no more: nobody could form another, or the limits came before one was found. */
  readonly end: 'all' | 'none' | 'unknown';
}

/**
 * Up to so many consortia, each the best of those that clearly differ from all before it.
 *
 * Deterministic: the same problem, seed and limit of nodes give the same answer.
 */
export function searchConsortia(problem: ConsortiumProblem, count: number, limits: Limits, solver: LinearSolver, events: SearchEvents = {}): Search {
  const proposals: Proposal[] = [];
  while (proposals.length < count) {
    const next = { ...problem, asks: [...problem.asks, ...proposals.map((each) => differenceFrom(problem, each))] };
    const nth = proposals.length + 1;
    const started = performance.now();
    const known = searchLocally(next);
    events.greedy?.(nth, known, performance.now() - started);
    const proposal = prove(next, known, limits, solver);
    if (typeof proposal === 'string') return { proposals, end: proposal };
    proposals.push(proposal);
    events.proved?.(nth, proposal);
  }
  return { proposals, end: 'all' };
}

/** At least two members, or a third of them if that is more, and no more than there are to choose, are others. */
function differenceFrom({ scores, given }: ConsortiumProblem, { members }: Choice): Demand {
  const others = scores.flatMap((_, option): [number, number][] => (members.includes(option) ? [] : [[option, 1]]));
  const free = members.length - given.length;
  return { terms: new Map(others), min: Math.min(free, Math.max(2, Math.ceil(members.length / 3))), rule: DIFFERENT };
}
