import { inZone, toDate } from './moments.js';

const QUIET_FROM_HOUR = 20;
const QUIET_UNTIL_HOUR = 7;

/**
 * When a message planned for `at` may reach a reader: within 20:00-07:00 of the reader's zone it waits for 07:00,
 * unless that would be at or after the deadline; then it stays as planned.
 */
export function deliveryTime(at: Date, deadlineEnd: Date, readerZone: string): Date {
  const local = inZone(at, readerZone);
  if (local.hour >= QUIET_UNTIL_HOUR && local.hour < QUIET_FROM_HOUR) return at;
  const morning = local.hour < QUIET_UNTIL_HOUR ? local.toPlainDate() : local.toPlainDate().add({ days: 1 });
  const allowed = toDate(morning.toZonedDateTime({ timeZone: readerZone, plainTime: { hour: QUIET_UNTIL_HOUR } }));
  return allowed < deadlineEnd ? allowed : at;
}

const DIGEST_HOUR = 9;

/**
 * When it may reach a reader who wants one mail a day: with all that is planned until then, at the next 09:00 of the
 * reader's zone; as {@link deliveryTime} says where that would be at or after the deadline.
 */
export function digestTime(at: Date, deadlineEnd: Date, readerZone: string): Date {
  const local = inZone(at, readerZone);
  const today = local.with({ hour: DIGEST_HOUR, minute: 0, second: 0, millisecond: 0 });
  const next = toDate(today.epochMilliseconds < at.getTime() ? today.add({ days: 1 }) : today);
  return next < deadlineEnd ? next : deliveryTime(at, deadlineEnd, readerZone);
}
