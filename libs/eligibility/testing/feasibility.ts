import { solver } from '../linear/solver.js';
import type { LinearSystem, Row } from '../linear/system.js';

const solve = await solver();

/** Whether some values of the other columns keep every row, once it is settled which options are taken. */
export function isFeasible(system: LinearSystem, taken: ReadonlySet<number>): boolean {
  const settled = system.options.map((_, column): Row => {
    const value = taken.has(column) ? 1 : 0;
    return { rule: 'settled', terms: new Map([[column, 1]]), min: value, max: value };
  });
  return solve({ ...system, rows: [...system.rows, ...settled] }, { costs: new Map(), peaks: [] }) !== undefined;
}
