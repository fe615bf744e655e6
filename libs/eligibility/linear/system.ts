import type { Member } from '../facts/draft.js';

/**
 * Linear constraints over 0/1 columns. The first columns are the options, in the order in which they were given; the
 * others help to say what no single row can. A choice of options conforms if the rows can be kept with some values of
 * the other columns.
 */
export interface LinearSystem {
  readonly options: readonly Member[];
  readonly columns: number;
  readonly rows: readonly Row[];
}

/** min ≤ Σ coefficient × column ≤ max; where `open`, the bound itself is not enough. */
export interface Row {
  readonly terms: ReadonlyMap<number, number>;
  readonly min?: number;
  readonly max?: number;
  readonly open?: boolean;
  /** Id of the rule it comes from; `once` keeps options of one member apart. */
  readonly rule: string;
}

/** Collects columns and rows. A guard is a column: its rows bind only where it is 1. */
export class SystemBuilder {
  private columns: number;
  private readonly rows: Row[] = [];
  rule = 'once';

  constructor(readonly options: readonly Member[]) {
    this.columns = options.length;
  }

  column(): number {
    return this.columns++;
  }

  /** Σ terms + constant ≥ min where the guard is 1; where it is 0 the row is relaxed by as much as it can lack. */
  atLeast(terms: ReadonlyMap<number, number>, min: number, guard?: number, open = false): void {
    const least = sum([...terms.values()].map((coefficient) => Math.min(0, coefficient)));
    const slack = min - least + (open ? 1 : 0);
    if (guard === undefined || slack <= 0) this.push({ terms, min, open });
    else this.push({ terms: plus(terms, guard, -slack), min: min - slack, open });
  }

  atMost(terms: ReadonlyMap<number, number>, max: number, guard?: number, open = false): void {
    this.atLeast(new Map([...terms].map(([column, coefficient]) => [column, -coefficient])), -max, guard, open);
  }

  /** Nothing satisfies it; with a guard, the guard must be 0. */
  refuse(guard?: number): void {
    if (guard === undefined) this.push({ terms: new Map(), min: 1 });
    else this.push({ terms: new Map([[guard, 1]]), max: 0 });
  }

  build(): LinearSystem {
    return { options: this.options, columns: this.columns, rows: this.rows };
  }

  private push(row: Omit<Row, 'rule'>): void {
    const { terms, min = 0, open } = row;
    const empty = terms.size === 0 && (open ? min < 0 : min <= 0);
    if (!empty) this.rows.push({ ...row, rule: this.rule });
  }
}

function plus(terms: ReadonlyMap<number, number>, column: number, coefficient: number): Map<number, number> {
  return new Map(terms).set(column, (terms.get(column) ?? 0) + coefficient);
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
