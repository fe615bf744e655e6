import loadHighs, { type Highs } from 'highs';
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
    const { Status, Columns } = highs.solve(problemOf(system, objective), {
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
    });
    if (Status !== 'Optimal') return undefined;
    const columns = Array.from({ length: system.columns }, (_, column) => column);
    return new Set(columns.filter((column) => (Columns[`c${column}`]?.Primal ?? 0) > 0.5));
  };
}

/** A row without columns that cannot be kept: what it asks of the project is not so. */
const isVain = ({ terms, min = 0 }: Row): boolean => terms.size === 0 && min > 0;

/** The system in CPLEX LP format. */
function problemOf({ rows }: LinearSystem, { costs, peaks }: Objective): string {
  const spokenOf = [...rows, ...peaks, { terms: costs }].flatMap(({ terms }) => [...terms.keys()]);
  const names = [...new Set(spokenOf)].map((column) => `c${column}`);
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
  return `Minimize\n obj: peak ${sumOf(costs)}\nSubject To\n ${subject}\nBounds\n peak >= 0\n none = 0\n${names.length > 0 ? `Binary\n ${names.join('\n ')}\n` : ''}End`;
}

const negated = (terms: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...terms].map(([column, coefficient]) => [column, -coefficient]));

function sumOf(terms: ReadonlyMap<number, number>): string {
  const parts = [...terms].map(
    ([column, coefficient]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} c${column}`,
  );
  return parts.length === 0 ? '+ none' : parts.join('\n ');
}
