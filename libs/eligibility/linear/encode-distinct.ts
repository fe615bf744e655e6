import type { Distinct } from '../proof/condition.js';
import { seatsOf, valueOf } from '../proof/seat.js';
import { ones, reaches, type Encoding } from './encoding.js';
import type { SystemBuilder } from './system.js';

/**
 * A column a value: for the least bound it may be 1 only if an option with the value is taken, for the most it must be.
 * A seat whose value is not known may add one, and surely is one.
 */
export function encodeDistinct(
  { where, field, range: { min, max, open } }: Distinct,
  { builder, sure, guard }: Encoding,
): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option).map((seat) => ({ column, answer: where(seat), value: valueOf(seat, field) })),
  );
  if (min !== undefined) {
    const counting = seats.filter(({ answer }) => reaches(answer, sure));
    const least = open ? Math.floor(min) + 1 : Math.ceil(min);
    if (sure && least === 1) builder.atLeast(ones(counting.map(({ column }) => column)), 1, guard);
    else builder.atLeast(plusEach(atMostOnce(counting, builder), sure ? [] : nameless(counting)), least, guard);
  }
  if (max !== undefined) {
    const counting = seats.filter(({ answer }) => reaches(answer, !sure));
    const values = atLeastOnce(counting, builder);
    if (sure) builder.atMost(plusEach(values, nameless(counting)), max, guard, open);
    else
      for (const terms of [values, ...nameless(counting).map((column) => ones([column]))])
        builder.atMost(terms, max, guard, open);
  }
}

interface Valued {
  readonly column: number;
  readonly value: string | undefined;
}

const nameless = (seats: readonly Valued[]): number[] =>
  seats.filter(({ value }) => value === undefined).map(({ column }) => column);

/** A column a value, which can be 1 only if an option with the value is taken. */
function atMostOnce(seats: readonly Valued[], builder: SystemBuilder): Map<number, number> {
  return valueColumns(seats, builder, (value, columns) => {
    builder.atLeast(new Map([...ones(columns), [value, -1]]), 0);
  });
}

/** A column a value, which is 1 if an option with the value is taken. */
function atLeastOnce(seats: readonly Valued[], builder: SystemBuilder): Map<number, number> {
  return valueColumns(seats, builder, (value, columns) => {
    for (const column of columns)
      builder.atLeast(
        new Map([
          [value, 1],
          [column, -1],
        ]),
        0,
      );
  });
}

function valueColumns(
  seats: readonly Valued[],
  builder: SystemBuilder,
  tie: (value: number, columns: readonly number[]) => void,
): Map<number, number> {
  const byValue = new Map<string, Set<number>>();
  for (const { column, value } of seats) {
    if (value !== undefined) byValue.set(value, (byValue.get(value) ?? new Set()).add(column));
  }
  return ones(
    [...byValue.values()].map((columns) => {
      const value = builder.column();
      tie(value, [...columns]);
      return value;
    }),
  );
}

function plusEach(terms: Map<number, number>, columns: readonly number[]): Map<number, number> {
  for (const column of columns) terms.set(column, (terms.get(column) ?? 0) + 1);
  return terms;
}
