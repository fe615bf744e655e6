import { GIVEN, ONCE, SIZE, TIES, type ConsortiumProblem, type Demand } from './problem.js';

/** A column that an option owns is only there when the option is; it is 0 when the option is not taken. */
export interface Column {
  readonly worth: number;
  readonly integer: boolean;
  readonly owner?: number;
}

export interface ModelRow extends Demand {
  readonly owner?: number;
}

/** The whole question as a linear model: maximise Σ worth × column, columns from 0 to 1. Options come first. */
export interface Model {
  readonly options: number;
  readonly columns: readonly Column[];
  readonly rows: readonly ModelRow[];
}

/**
 *     tie_i = Σ_levels (strength_l − strength_{l−1}) t_il,   t_il ≤ x_i,   t_il ≤ Σ_{j vouches for i with ≥ strength_l} x_j
 *
 * A level a strength says the same as a column a pair would, with the same bound, in a fraction of the columns. The
 * lowest level is no column: whoever is taken has it.
 */
export function modelOf(problem: ConsortiumProblem): Model {
  const { scores, given, topics, asks } = problem;
  const rules = problem.rules.system();
  const columns: Column[] = scores.map((score, option) => ({ worth: score + baseTie(problem, option), integer: true }));
  for (let helper = columns.length; helper < rules.columns; helper++) columns.push({ worth: 0, integer: true });
  const rows: ModelRow[] = [...rules.rows, ...asks, sizeRow(problem), ...given.map(isTaken), ...onceRows(problem)];
  for (const { weight, holders } of topics) {
    const covered = columns.push({ worth: weight, integer: false }) - 1;
    rows.push({ terms: atMost(covered, holders), min: 0, rule: '' });
  }
  for (const [option, vouchers] of problem.vouchers.entries()) {
    if (given.includes(option)) continue;
    rows.push({ terms: atMost(option, vouchers.keys()), min: 0, owner: option, rule: TIES });
    for (const [level, strength] of levelsOf(vouchers).entries()) {
      if (level === 0) continue;
      const step = problem.tieWeight * (strength - (levelsOf(vouchers)[level - 1] ?? 0));
      const tied = columns.push({ worth: step, integer: false, owner: option }) - 1;
      const enough = [...vouchers].filter(([, each]) => each >= strength).map(([voucher]) => voucher);
      rows.push({ terms: atMost(tied, [option]), min: 0, owner: option, rule: '' });
      rows.push({ terms: atMost(tied, enough), min: 0, owner: option, rule: '' });
    }
  }
  return { options: scores.length, columns, rows };
}

/** Strengths in ascending order. */
const levelsOf = (vouchers: ReadonlyMap<number, number>): number[] => [...new Set(vouchers.values())].sort((a, b) => a - b);

function baseTie({ given, vouchers, tieWeight }: ConsortiumProblem, option: number): number {
  if (given.includes(option)) return 0;
  return tieWeight * (levelsOf(vouchers[option] ?? new Map<number, number>())[0] ?? 0);
}

const sizeRow = ({ scores, size }: ConsortiumProblem): ModelRow => ({
  terms: new Map(scores.map((_, option) => [option, 1])),
  ...size,
  rule: SIZE,
});

const isTaken = (option: number): ModelRow => ({ terms: new Map([[option, 1]]), min: 1, rule: GIVEN });

function onceRows({ organisations }: ConsortiumProblem): ModelRow[] {
  const options = new Map<string, number[]>();
  for (const [option, organisation] of organisations.entries()) {
    const others = options.get(organisation);
    if (others === undefined) options.set(organisation, [option]);
    else others.push(option);
  }
  return [...options.values()]
    .filter(({ length }) => length > 1)
    .map((each) => ({ terms: new Map(each.map((option) => [option, 1])), max: 1, rule: ONCE }));
}

/** 0 ≤ Σ others − column */
function atMost(column: number, others: Iterable<number>): Map<number, number> {
  const terms = new Map([[column, -1]]);
  for (const other of others) terms.set(other, (terms.get(other) ?? 0) + 1);
  return terms;
}
