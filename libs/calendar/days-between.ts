import { firstDayOf, inZone } from './moments.js';
import type { WallTime } from './wall-time.js';

/**
 * Local calendar days from now until a deadline, counted in the deadline's zone: 0 on its day, negative after it.
 * A vague date counts to its first day.
 */
export function daysBetween(now: Date, deadline: WallTime): number {
  return inZone(now, deadline.zone).toPlainDate().until(firstDayOf(deadline)).days;
}
