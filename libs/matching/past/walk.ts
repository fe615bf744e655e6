import type { MatchIndex } from '../match-index.js';
import type { Sparse } from '../sparse.js';
import { spread } from './spread.js';

export interface WalkSettings {
  /** From an organisation through a project to an organisation is one step. */
  readonly steps: number;
  /** The share that begins anew at the start after each step. */
  readonly restart: number;
}

/** Shares of a few among many: where they are not 0, ascending, and by position. */
export interface Shares {
  readonly at: Uint32Array;
  readonly of: Float64Array;
}

/**
 * Where a random walker is after some steps: p' = restart * start + (1 - restart) * A p, summing p over the steps.
 *
 * From an organisation to one of its projects in proportion to their worth, from there to any member. Only who is met is
 * looked at, so that a walk costs what its surroundings cost.
 *
 * @param worth of each project, not negative
 */
export function walker(index: MatchIndex, worth: Float64Array): (start: Shares, settings: WalkSettings) => Shares {
  const outgoing = spread(index, worth);
  const passing = worth.map((value, project) => value / (index.projects[project]?.size ?? 1));
  return (start, { steps, restart }) => {
    const seen = tally(start.of.length);
    let here = start;
    for (let step = 0; step < steps; step++) {
      const inProject = tally(worth.length);
      passOn(index.projectsOf, here, inProject, (i) => waysOut(outgoing[i] ?? 0));
      const next = tally(start.of.length);
      for (const i of start.at) next.add(i, restart * (start.of[i] ?? 0));
      passOn(index.members, inProject.shares(), next, (q) => (1 - restart) * (passing[q] ?? 0));
      here = next.shares();
      for (const i of here.at) seen.add(i, here.of[i] ?? 0);
    }
    return seen.shares();
  };
}

/** Nothing leaves from where there is no way out. */
function waysOut(outgoing: number): number {
  return outgoing > 0 ? 1 / outgoing : 0;
}

/** What each row with a share passes to its columns, in the order of rows. */
function passOn({ start, column }: Sparse, { at, of }: Shares, sum: Tally, factor: (row: number) => number): void {
  for (const row of at) {
    const passed = (of[row] ?? 0) * factor(row);
    const end = start[row + 1] ?? 0;
    for (let cell = start[row] ?? 0; cell < end; cell++) sum.add(column[cell] ?? 0, passed);
  }
}

/** Sums that remember where something was added. */
interface Tally {
  add(at: number, value: number): void;
  shares(): Shares;
}

function tally(length: number): Tally {
  const of = new Float64Array(length);
  const met: number[] = [];
  return {
    add: (at, value) => {
      if (value === 0) return;
      if (of[at] === 0) met.push(at);
      of[at] = (of[at] ?? 0) + value;
    },
    shares: () => ({ at: Uint32Array.from(met).sort(), of }),
  };
}

/** An equal share for each of the team. */
export function startAt(team: readonly number[], organisations: number): Shares {
  const start = tally(organisations);
  for (const member of team) start.add(member, 1 / team.length);
  return start.shares();
}

/** The same, of all that are not 0. */
export function sharesOf(of: Float64Array): Shares {
  return { at: Uint32Array.from(of.keys()).filter((i) => of[i] !== 0), of };
}

/** Weights made to add up to 1, where they are not all 0. */
export function asShares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? weights : weights.map((weight) => weight / total);
}
