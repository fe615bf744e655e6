import { Temporal } from 'temporal-polyfill';
import { lastWorkingDay } from './backward-plan.js';
import { isWorkingDay } from './holidays.js';
import { firstDayOf, inZone, momentsOf, toDate } from './moments.js';
import type { WallTime } from './wall-time.js';

/** One line of a reminder plan. */
export interface ReminderRule {
  /** 'P30D', 'P0D': calendar days before the deadline's local date. 'PT4H', 'PT30M': exact time before it closes. */
  readonly offset: string;
  /** Local 'HH:MM' in the deadline's zone at which a day offset fires; 09:00 when absent. PT offsets ignore it. */
  readonly hour?: string;
}

export interface PlannedReminder {
  /** The rule that names it, or LAST_WORKING_DAY. */
  readonly offset: string;
  readonly at: Date;
  /** Other offsets that fall on the same instant: one message serves them all. */
  readonly merged: readonly string[];
}

export interface PlanOptions {
  /** Whether a deadline on a weekend or holiday is announced once more on the last working day. */
  readonly lastWorkingDay?: boolean;
}

/** An offset or hour that no reminder can be planned from. */
export class InvalidOffset extends Error {
  override readonly name = 'InvalidOffset';

  constructor(
    readonly offset: string,
    readonly reason: string,
  ) {
    super(`${offset}: ${reason}`);
  }
}

export const LAST_WORKING_DAY = 'LAST_WORKING_DAY';
const DAYS = /^P\d{1,4}D$/;
const EXACT_TIME = /^PT\d{1,4}[HM]$/;
const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/;
const DEFAULT_HOUR = '09:00';

/**
 * All reminders of a deadline in order of time, each at its own instant, each before the deadline ends.
 * Vague deadlines have none. Reminders that are already past are included: only the caller knows the time.
 *
 * @throws InvalidOffset
 */
export function planReminders(
  deadline: WallTime,
  rules: readonly ReminderRule[],
  options: PlanOptions = {},
): PlannedReminder[] {
  rules.forEach(requireRule);
  const { end, exact } = momentsOf(deadline);
  if (!exact) return [];
  const candidates = rules.map((rule) => ({ offset: rule.offset, at: fireTime(rule, deadline, end) }));
  const workingDay = dayInPlaceOf(deadline, options);
  if (workingDay !== undefined) {
    candidates.push({ offset: LAST_WORKING_DAY, at: atHour(workingDay, DEFAULT_HOUR, deadline.zone) });
  }
  return merge(candidates.filter(({ at }) => at < end));
}

function requireRule({ offset, hour }: ReminderRule): void {
  if (!DAYS.test(offset) && !EXACT_TIME.test(offset)) {
    throw new InvalidOffset(offset, 'write an offset as P30D, PT4H or PT30M');
  }
  if (hour !== undefined && !HOUR.test(hour)) throw new InvalidOffset(offset, `${hour} is not an hour such as 09:00`);
}

/** P..D: (local date of the deadline - offset) at the rule's hour. PT..: end of the deadline - offset. */
function fireTime({ offset, hour = DEFAULT_HOUR }: ReminderRule, deadline: WallTime, end: Date): Date {
  if (EXACT_TIME.test(offset)) return toDate(inZone(end, deadline.zone).subtract(offset));
  return atHour(firstDayOf(deadline).subtract(offset), hour, deadline.zone);
}

function atHour(day: Temporal.PlainDate, hour: string, zone: string): Date {
  return toDate(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(hour) }));
}

/** The last working day before a deadline that falls on none itself; undefined when it needs no such reminder. */
function dayInPlaceOf(deadline: WallTime, { lastWorkingDay: wanted = true }: PlanOptions): Temporal.PlainDate | undefined {
  const day = firstDayOf(deadline);
  return !wanted || isWorkingDay(day, deadline.zone) ? undefined : lastWorkingDay(day, deadline.zone);
}

/** One reminder an instant: the first offset names it, the others are kept in `merged`. */
function merge(candidates: readonly { offset: string; at: Date }[]): PlannedReminder[] {
  const byInstant = new Map<number, PlannedReminder>();
  for (const { offset, at } of candidates) {
    const first = byInstant.get(at.getTime());
    const named = first === undefined ? { offset, at, merged: [] } : withMerged(first, offset);
    byInstant.set(at.getTime(), named);
  }
  return [...byInstant.values()].sort((one, two) => one.at.getTime() - two.at.getTime());
}

function withMerged(reminder: PlannedReminder, offset: string): PlannedReminder {
  const known = offset === reminder.offset || reminder.merged.includes(offset);
  return known ? reminder : { ...reminder, merged: [...reminder.merged, offset] };
}
