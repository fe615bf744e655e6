import { modelOf, type Model, type ModelRow } from './model.js';
import { ONCE, TIES, type ConsortiumProblem } from './problem.js';
import { restricted } from './restrict.js';
import type { LinearSolver, Limits } from './solver.js';

/** Why no consortium keeps all demands. */
export interface Conflict {
  /** Demands that cannot be kept together, and can if any one of them is given up. */
  readonly between: readonly string[];
  /** The fewest demands to give up; rules only where giving up asks is not enough. */
  readonly relaxation: readonly string[];
  /** Who could form a consortium then. */
  readonly members: readonly number[];
}

/**
 * Explains a problem that has no answer. Options of a kind stand for each other in all but ties, so unless the ties are
 * at fault a few of each kind are looked at.
 */
export function conflictIn(problem: ConsortiumProblem, limits: Limits, solver: LinearSolver): Conflict {
  const model = modelOf(problem);
  const some: Ground = { model: without(model, TIES), options: representatives(problem), limits, solver };
  const all: Ground = { ...some, model, options: new Set(problem.scores.map((_, option) => option)) };
  const rules = new Set(problem.rules.system().rows.map(({ rule }) => rule));
  if (isPossible(some)) return { between: between(all), ...relaxed(all, rules) };
  // Enough for some may not be enough for all.
  const { relaxation } = relaxed(some, rules);
  const enough = membersOf({ ...all, model: relaxation.reduce(without, model) });
  return { between: between(some), ...(enough === undefined ? relaxed(all, rules) : { relaxation, members: enough }) };
}

interface Ground {
  readonly model: Model;
  readonly options: ReadonlySet<number>;
  readonly limits: Limits;
  readonly solver: LinearSolver;
}

function representatives({ kinds, scores, given, size }: ConsortiumProblem): Set<number> {
  const counts = new Map<number, number>();
  const best = scores.map((_, option) => option).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const few = best.filter((option) => {
    const before = counts.get(kinds[option] ?? 0) ?? 0;
    counts.set(kinds[option] ?? 0, before + 1);
    return before < size.max;
  });
  return new Set([...given, ...few]);
}

const without = (model: Model, rule: string): Model => ({ ...model, rows: model.rows.filter((row) => row.rule !== rule) });

/** What can be given up: not that an organisation is a member once, nor what columns mean. */
const canGiveUp = ({ rule }: ModelRow): boolean => rule !== '' && rule !== ONCE;

const demandsOf = ({ rows }: Model): string[] => [...new Set(rows.filter(canGiveUp).map(({ rule }) => rule))];

const isPossible = (ground: Ground): boolean => membersOf(ground) !== undefined;

function membersOf({ model, options, limits, solver }: Ground): number[] | undefined {
  const { taken } = solver.branch(worthless(model), restricted(model, options), limits);
  return taken?.filter((column) => column < model.options);
}

/** Any answer will do. */
const worthless = (model: Model): Model => ({ ...model, columns: model.columns.map((column) => ({ ...column, worth: 0 })) });

/** Leaves out one demand after the other, for as long as the rest cannot be kept. */
function between(ground: Ground): string[] {
  let { model } = ground;
  for (const demand of demandsOf(model)) {
    const rest = without(model, demand);
    if (!isPossible({ ...ground, model: rest })) model = rest;
  }
  return demandsOf(model);
}

const RULE_COST = 100;

/** A column a demand, which gives it up; as few of them as can be. */
function relaxed({ model, options, limits, solver }: Ground, rules: ReadonlySet<string>): Omit<Conflict, 'between'> {
  const demands = demandsOf(model);
  const first = model.columns.length;
  const costs = demands.map((demand) => ({ worth: rules.has(demand) ? -RULE_COST : -1, integer: true }));
  const rows = model.rows.flatMap((row) => (canGiveUp(row) ? slackened(row, first + demands.indexOf(row.rule)) : [row]));
  const elastic: Model = { ...model, columns: [...worthless(model).columns, ...costs], rows };
  const { taken = [] } = solver.branch(elastic, restricted(elastic, options), limits);
  return {
    relaxation: demands.filter((_, at) => taken.includes(first + at)),
    members: taken.filter((column) => column < model.options),
  };
}

/** Where the slack is 1, no values of the other columns break the row. */
function slackened({ min, max, ...row }: ModelRow, slack: number): ModelRow[] {
  const coefficients = [...row.terms.values()];
  const margin = row.open === true ? 1 : 0;
  const least = coefficients.reduce((sum, each) => sum + Math.min(0, each), 0);
  const most = coefficients.reduce((sum, each) => sum + Math.max(0, each), 0);
  return [
    ...(min === undefined ? [] : [{ ...row, min, terms: new Map(row.terms).set(slack, min - least + margin) }]),
    ...(max === undefined ? [] : [{ ...row, max, terms: new Map(row.terms).set(slack, max - most - margin) }]),
  ];
}
