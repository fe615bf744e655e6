import loadHighs, { type Highs } from 'highs';
import type { LinearSystem, Row } from '../linear/system.js';

const STRICT = 1e-5;
/** The package's types describe its CommonJS build; what is imported is the function itself. */
const highs = await (loadHighs as unknown as () => Promise<Highs>)();

/** Whether some values of the other columns keep every row, once it is settled which options are taken. */
export function isFeasible(system: LinearSystem, taken: ReadonlySet<number>): boolean {
  const rows = system.rows.map((row) => settled(row, system.options.length, taken));
  if (rows.some(({ terms, min, max }) => terms.length === 0 && (min > 0 || max < 0))) return false;
  const open = rows.filter(({ terms }) => terms.length > 0);
  if (open.length === 0) return true;
  const columns = [...new Set(open.flatMap(({ terms }) => terms.map(([column]) => `c${column}`)))];
  const lines = open.flatMap(({ terms, min, max }) => {
    const sum = terms.map(([column, coefficient]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} c${column}`).join(' ');
    return [...(min > -Infinity ? [`${sum} >= ${min}`] : []), ...(max < Infinity ? [`${sum} <= ${max}`] : [])];
  });
  const problem = `Minimize\n obj: ${columns[0]}\nSubject To\n ${lines.join('\n ')}\nBinary\n ${columns.join(' ')}\nEnd`;
  return highs.solve(problem, { output_flag: false }).Status === 'Optimal';
}

/** The row with the options put in, its bounds moved and made closed. */
function settled({ terms, min = -Infinity, max = Infinity, open }: Row, options: number, taken: ReadonlySet<number>) {
  const fixed = [...terms].reduce((sum, [column, coefficient]) => sum + (taken.has(column) ? coefficient : 0), 0);
  const margin = open ? STRICT : -STRICT / 10;
  return { terms: [...terms].filter(([column]) => column >= options), min: min - fixed + margin, max: max - fixed - margin };
}
