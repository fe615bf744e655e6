import type { Model, ModelRow } from './model.js';

/** A model with some of the options only, its columns and rows numbered anew. */
export interface Restricted {
  /** Numbers of the columns in the whole model. */
  readonly columns: readonly number[];
  readonly rows: readonly RestrictedRow[];
}

interface RestrictedRow {
  readonly whole: ModelRow;
  /** By column here. */
  readonly terms: ReadonlyMap<number, number>;
}

/** Leaves out the other options, all that they own, and rows that cannot be broken. */
export function restricted(model: Model, kept: ReadonlySet<number>): Restricted {
  const columns = [...model.columns.keys()].filter((column) => kept.has(ownerOf(model, column) ?? -1) || ownerOf(model, column) === undefined);
  const position = new Map(columns.map((column, at) => [column, at]));
  const rows = model.rows
    .filter(({ owner }) => owner === undefined || kept.has(owner))
    .map((whole): RestrictedRow => ({ whole, terms: renumbered(whole.terms, position) }))
    .filter(canBreak);
  return { columns, rows };
}

/** The option without which a column is not there. */
function ownerOf({ options, columns }: Model, column: number): number | undefined {
  return column < options ? column : columns[column]?.owner;
}

function renumbered(terms: ReadonlyMap<number, number>, position: ReadonlyMap<number, number>): Map<number, number> {
  const kept = new Map<number, number>();
  for (const [column, coefficient] of terms) {
    const at = position.get(column);
    if (at !== undefined) kept.set(at, coefficient);
  }
  return kept;
}

function canBreak({ terms, whole: { min = -Infinity, max = Infinity, open = false } }: RestrictedRow): boolean {
  let least = 0;
  let most = 0;
  for (const coefficient of terms.values()) {
    if (coefficient < 0) least += coefficient;
    else most += coefficient;
  }
  return open || least < min || most > max;
}

/**
 *     price_i = worth_i + Σ worth of what i owns − Σ_rows dual × coefficient of i
 *
 * The most that a solution with option i can exceed the linear bound by, whether i was in the linear model or left out
 * of it: the ties of who was left out are taken for granted.
 */
export function pricesOf(model: Model, { rows }: Restricted, duals: Float64Array): Float64Array {
  const prices = new Float64Array(model.options);
  for (const [column, { worth }] of model.columns.entries()) {
    const owner = ownerOf(model, column);
    if (owner !== undefined) prices[owner] = (prices[owner] ?? 0) + worth;
  }
  for (const [at, { whole }] of rows.entries()) {
    const dual = duals[at] ?? 0;
    if (dual === 0) continue;
    for (const [column, coefficient] of whole.terms) {
      if (column < model.options) prices[column] = (prices[column] ?? 0) - dual * coefficient;
    }
  }
  return prices;
}
