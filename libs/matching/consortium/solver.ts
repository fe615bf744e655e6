import loadHighs, { type Highs, type Model as HighsModel, type ModelData } from 'highs';
import type { Model } from './model.js';
import type { Restricted } from './restrict.js';

/** Far above the solver's own tolerance, far below what any amount differs by. */
const STRICT = 1e-5;

/** What a search may take. */
export interface Limits {
  /** Of the solver's own branching; the same number gives the same answer on every machine. */
  readonly nodes?: number;
  /** Seconds a proposal. */
  readonly seconds?: number;
  readonly seed: number;
}

export interface Relaxed {
  readonly value: number;
  /** By row. */
  readonly duals: Float64Array;
  /** By column. */
  readonly reduced: Float64Array;
}

export interface Branched {
  readonly isFinished: boolean;
  /** No solution is above it; −∞ where there is none. */
  readonly bound: number;
  /** Numbers in the whole model of the columns that are 1, if a solution was found. */
  readonly taken?: readonly number[];
}

/** The linear bound, and the search for whole numbers. */
export interface LinearSolver {
  /** @returns nothing when the rows cannot be kept, or the limits came first */
  relax(model: Model, part: Restricted, limits: Limits): Relaxed | undefined;
  /** @param start columns of the whole model that are 1 in a solution that is known */
  branch(model: Model, part: Restricted, limits: Limits, start?: readonly number[]): Branched;
}

/** The package's types describe its CommonJS build; what is imported is the function itself. */
const load = loadHighs as unknown as () => Promise<Highs>;
let loaded: Promise<Highs> | undefined;

/** HiGHS, loaded once: one thread, and the same answer to the same question. */
export async function linearSolver(): Promise<LinearSolver> {
  loaded ??= load();
  const highs = await loaded;
  const { optimal, infeasible } = highs.constants.modelStatus;
  const solving = <T>(data: ModelData, { seed, nodes, seconds }: Limits, work: (solver: HighsModel) => T): T => {
    const solver = highs.createModel(data);
    try {
      solver.options.set({
        output_flag: false,
        random_seed: seed,
        mip_rel_gap: 0,
        ...(nodes !== undefined && { mip_max_nodes: nodes }),
        ...(seconds !== undefined && { time_limit: seconds }),
      });
      return work(solver);
    } finally {
      solver.dispose();
    }
  };
  return {
    relax: (model, part, limits) =>
      solving(dataOf(highs, model, part), limits, (solver) => {
        if (solver.run().modelStatus !== optimal) return undefined;
        const { rowDual, colDual } = solver.getSolution();
        return { value: solver.getObjectiveValue(), duals: rowDual, reduced: colDual };
      }),
    branch: (model, part, limits, start) => {
      const integrality = Int32Array.from(part.columns, (column) => Number(model.columns[column]?.integer));
      return solving({ ...dataOf(highs, model, part), integrality }, limits, (solver) => {
        if (start !== undefined) solver.setSolution(sparse(part, start));
        const status = solver.run().modelStatus;
        if (status === infeasible) return { isFinished: true, bound: -Infinity };
        const { colValue } = solver.getSolution();
        const taken = part.columns.filter((_, at) => (colValue[at] ?? 0) > 0.5);
        const hasFound = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
        const bound = Number(solver.info.get('mip_dual_bound'));
        return { isFinished: status === optimal, bound, ...(hasFound && { taken }) };
      });
    },
  };
}

/** Which options of a known solution are 1 and 0; the solver finds what its other columns are. */
function sparse({ columns }: Restricted, taken: readonly number[]): { indices: number[]; values: number[] } {
  const options = columns.flatMap((column, at) => (taken.includes(column) ? [at] : []));
  return { indices: options, values: options.map(() => 1) };
}

function dataOf(highs: Highs, model: Model, { columns, rows }: Restricted): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, coefficient] of terms) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map((column) => model.columns[column]?.worth ?? 0),
    colLower: columns.map(() => 0),
    colUpper: columns.map(() => 1),
    rowLower: rows.map(({ whole: { min, open } }) => (min === undefined ? -highs.infinity : min + (open ? STRICT : 0))),
    rowUpper: rows.map(({ whole: { max, open } }) => (max === undefined ? highs.infinity : max - (open ? STRICT : 0))),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
  };
}
