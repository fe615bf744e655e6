import { modelOf, type Model } from './model.js';
import { gapOf, type Choice, type ConsortiumProblem, type Proposal } from './problem.js';
import { pricesOf, restricted, type Restricted } from './restrict.js';
import { shortlistOf } from './shortlist.js';
import { standingOf } from './standing.js';
import type { LinearSolver, Limits, Relaxed } from './solver.js';

/** Above what the solver takes for equal. */
const TOLERANCE = 1e-6;

/**
 * The best consortium of all options, or how far it can be from the best.
 *
 * Few options are in the linear model at first. Whoever was left out comes in as long as bound + price_i could beat the
 * best consortium known; then nobody who is still out can be in a better one, and the same test throws out those in the
 * model that cannot either. The solver chooses among the rest.
 *
 * @param known a consortium that keeps all demands
 * @returns nothing when there is none; and where the limits come before any is found, that is not known either
 */
export function prove(problem: ConsortiumProblem, known: Choice | undefined, limits: Limits, solver: LinearSolver): Proposal | 'none' | 'unknown' {
  const model = modelOf(problem);
  const search: Search = { problem, model, limits, solver };
  const start = known ?? firstFound(search);
  if (start === undefined) return proposalAmongAll(search);
  const { hopeful, bound } = narrowed(search, start);
  if (bound <= start.value + TOLERANCE) return proposal(start, start.value);
  const { choice = start, bound: found } = chosen(search, hopeful, start);
  const best = choice.value > start.value ? choice : start;
  return proposal(best, Math.max(best.value, Math.min(bound, found)));
}

interface Search {
  readonly problem: ConsortiumProblem;
  readonly model: Model;
  readonly limits: Limits;
  readonly solver: LinearSolver;
}

function proposal(choice: Choice, bound: number): Proposal {
  const isProven = bound <= choice.value + TOLERANCE;
  const least = isProven ? choice.value : bound;
  return { ...choice, bound: least, gap: gapOf(choice.value, least), proven: isProven };
}

/** Whoever seems likely. */
function likely({ problem }: Search): Set<number> {
  return new Set([...problem.given, ...shortlistOf(problem)]);
}

const everybody = ({ model }: Search): Set<number> => new Set(Array.from({ length: model.options }, (_, option) => option));

function firstFound(search: Search): Choice | undefined {
  return chosen(search, likely(search)).choice;
}

function proposalAmongAll(search: Search): Proposal | 'none' | 'unknown' {
  const { choice, bound, isFinished } = chosen(search, everybody(search));
  if (choice === undefined) return isFinished ? 'none' : 'unknown';
  return proposal(choice, bound);
}

/** The options that can be in a better consortium than the one known, and a bound over all. */
function narrowed(search: Search, { value }: Choice): { hopeful: Set<number>; bound: number } {
  const { model, limits, solver } = search;
  const kept = likely(search);
  for (;;) {
    const part = restricted(model, kept);
    const relaxed = solver.relax(model, part, limits);
    if (relaxed === undefined) return { hopeful: everybody(search), bound: Infinity };
    const reach = relaxed.value - value + TOLERANCE;
    const prices = pricesOf(model, part, relaxed.duals);
    const size = kept.size;
    for (const [option, price] of prices.entries()) if (price + reach > 0) kept.add(option);
    if (kept.size === size) return { hopeful: promising(search, part, relaxed, reach), bound: relaxed.value };
  }
}

/** By its reduced cost, an option at 0 that cannot be 1, and be better, is no longer looked at. */
function promising({ model, problem }: Search, { columns }: Restricted, { reduced }: Relaxed, reach: number): Set<number> {
  const options = columns.filter((column, at) => column < model.options && (reduced[at] ?? 0) + reach > 0);
  return new Set([...problem.given, ...options]);
}

interface Chosen {
  readonly choice?: Choice;
  /** Of these options. */
  readonly bound: number;
  readonly isFinished: boolean;
}

function chosen({ problem, model, limits, solver }: Search, options: ReadonlySet<number>, start?: Choice): Chosen {
  const { taken, bound, isFinished } = solver.branch(model, restricted(model, options), limits, start?.members);
  const members = taken?.filter((column) => column < model.options);
  const { missing, value } = members === undefined ? { missing: 1, value: 0 } : standingOf(problem, members);
  return { bound, isFinished, ...(members !== undefined && missing === 0 && { choice: { members, value } }) };
}
