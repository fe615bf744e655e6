import type { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from './holidays.js';
import { firstDayOf, momentsOf } from './moments.js';
import type { WallTime } from './wall-time.js';

/**
 * The day by whose end something must be done, so many working days before a deadline: from that day up to the day before
 * the deadline's, so many days are worked. With 0 it is the deadline's own day, or the last working day before it.
 *
 * Weekends and holidays are those of the deadline's zone. Vague deadlines have no such day.
 *
 * @param workingDays a whole number from 0
 * @returns a DAY in the deadline's zone: `momentsOf` gives the instants
 */
export function planBackward(deadline: WallTime, workingDays: number): WallTime | undefined {
  if (!momentsOf(deadline).exact) return undefined;
  let day = lastWorkingDay(firstDayOf(deadline).subtract({ days: workingDays === 0 ? 0 : 1 }), deadline.zone);
  for (let left = workingDays; left > 1; left -= 1) day = lastWorkingDay(day.subtract({ days: 1 }), deadline.zone);
  return { local: day.toString(), zone: deadline.zone, precision: 'DAY' };
}

/** The day itself, or the last working day before it. */
export function lastWorkingDay(day: Temporal.PlainDate, zone: string): Temporal.PlainDate {
  return isWorkingDay(day, zone) ? day : lastWorkingDay(day.subtract({ days: 1 }), zone);
}
