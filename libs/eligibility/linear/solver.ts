import loadHighs, { type Highs, type HighsSolution } from 'highs';
import type { LinearSystem, Row } from './system.js';

/** Far above the solver's own tolerance, far below what any amount differs by. */
const STRICT = 1e-5;

/** The package's types describe its CommonJS build; what is imported is the function itself. */
const load = loadHighs as unknown as () => Promise<Highs>;
let loaded: Promise<Highs> | undefined;

/** What is made as small as can be: Σ costs + the largest of the peaks. */
export interface Objective {
  readonly costs: ReadonlyMap<number, number>;
  readonly peaks: readonly { readonly constant: number; readonly terms: ReadonlyMap<number, number> }[];
}

/** Which columns are 1 at the least cost; undefined where no values keep all rows. */
export type Solver = (system: LinearSystem, objective: Objective) => ReadonlySet<number> | undefined;

/** HiGHS, loaded once; the same system has the same answer. */
export async function solver(): Promise<Solver> {
  loaded ??= load();
  const highs = await loaded;
  return (system, objective) => {
    if (system.rows.some(isVain)) return undefined;
    const { constraints, columns } = problemOf(system, objective);
    const solved = (bounds: string) => highs.solve(`${constraints}\n${bounds}\nEnd`, OPTIONS);
    // Whole numbers that are best among all numbers are best among whole ones; mostly they are, and much sooner found.
    const relaxed = solved(columns.map((column) => ` ${column} <= 1`).join('\n'));
    if (relaxed.Status === 'Infeasible') return undefined;
    const isWhole = relaxed.Status === 'Optimal' && columns.every((column) => isInteger(valueIn(relaxed, column)));
    const best = isWhole ? relaxed : solved(columns.length > 0 ? `Binary\n ${columns.join('\n ')}` : '');
    if (best.Status !== 'Optimal') return undefined;
    return new Set(Array.from({ length: system.columns }, (_, column) => column).filter((column) => valueIn(best, nameOf(column)) > 0.5));
  };
}

const OPTIONS = { output_flag: false, random_seed: 1, mip_rel_gap: 0 } as const;
/** How far from a whole number the solver's own tolerance may lead. */
const WHOLE = 1e-6;

const nameOf = (column: number): string => `c${column}`;
function valueIn({ Columns }: HighsSolution, name: string): number {
  const column = Columns[name];
  return column !== undefined && 'Primal' in column ? column.Primal : 0;
}
const isInteger = (value: number): boolean => Math.abs(value - Math.round(value)) < WHOLE;

/** A row without columns that cannot be kept: what it asks of the project is not so. */
const isVain = ({ terms, min = 0 }: Row): boolean => terms.size === 0 && min > 0;

/** The system in CPLEX LP format, but for the bounds of its columns, and the names of these. */
function problemOf({ rows }: LinearSystem, { costs, peaks }: Objective): { constraints: string; columns: string[] } {
  const spokenOf = [...rows, ...peaks, { terms: costs }].flatMap(({ terms }) => [...terms.keys()]);
  const lines = rows.flatMap(({ terms, min, max, open }) => {
    const sum = sumOf(terms);
    const margin = open ? STRICT : 0;
    return [
      ...(min === undefined ? [] : [`${sum} >= ${min + margin}`]),
      ...(max === undefined ? [] : [`${sum} <= ${max - margin}`]),
    ];
  });
  const above = peaks.map(({ constant, terms }) => `peak ${sumOf(negated(terms))} >= ${constant}`);
  const subject = [...lines, ...above, 'none + peak >= 0'].join('\n ');
  return {
    constraints: `Minimize\n obj: peak ${sumOf(costs)}\nSubject To\n ${subject}\nBounds\n peak >= 0\n none = 0`,
    columns: [...new Set(spokenOf)].map(nameOf),
  };
}

const negated = (terms: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...terms].map(([column, coefficient]) => [column, -coefficient]));

function sumOf(terms: ReadonlyMap<number, number>): string {
  const parts = [...terms].map(
    ([column, coefficient]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} c${column}`,
  );
  return parts.length === 0 ? '+ none' : parts.join('\n ');
}
