import type { Choice } from '../proof/condition.js';
import { seatsOf, valueOf } from '../proof/seat.js';
import { grouped, ones, reaches, type Encoding } from './encoding.js';

/** Columns for the chosen seats, no two alike, only of options that are taken. */
export function encodeChoice({ where, size, differ, with: counts }: Choice, { builder, sure, guard }: Encoding): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option)
      .filter(
        (seat) => reaches(where(seat), sure) && !(sure && differ.some((field) => valueOf(seat, field) === undefined)),
      )
      .map((seat) => ({ seat, column, chosen: builder.column() })),
  );
  const chosen = seats.map((each) => each.chosen);
  builder.atLeast(ones(chosen), size, guard);
  builder.atMost(ones(chosen), size);
  for (const indices of grouped(seats, ({ column }) => String(column)).values()) {
    const ofOption = indices.flatMap((index) => seats[index] ?? []);
    const [first] = ofOption;
    if (first) builder.atMost(new Map([...ones(ofOption.map((each) => each.chosen)), [first.column, -1]]), 0);
  }
  for (const field of differ) {
    for (const [value, indices] of grouped(seats, ({ seat }) => valueOf(seat, field) ?? '')) {
      if (value !== '' && indices.length > 1) builder.atMost(ones(indices.flatMap((index) => chosen[index] ?? [])), 1);
    }
  }
  for (const { where: counted, range } of counts) {
    const counting = (strictly: boolean): Map<number, number> =>
      ones(seats.filter(({ seat }) => reaches(counted(seat), strictly)).map((each) => each.chosen));
    if (range.min !== undefined) builder.atLeast(counting(sure), range.min, guard);
    if (range.max !== undefined) builder.atMost(counting(!sure), range.max, guard);
  }
}
