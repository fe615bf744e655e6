import { Temporal } from 'temporal-polyfill';
import { isExact, SEASONS, type Precision } from './precision.js';
import type { WallTime } from './wall-time.js';

/** The instants of a wall time. Something may be done while `now < end`; for DAY that includes the whole day. */
export interface Moments {
  readonly start: Date;
  readonly end: Date;
  /** False for MONTH and vaguer: such a date closes nothing. */
  readonly exact: boolean;
  /** The local time as written, when the clock change skipped it and it was moved forward by the gap. */
  readonly shiftedFrom?: string;
}

/**
 * Derives the instants of a wall time.
 *
 * MINUTE: start = end = that instant; a skipped time moves forward by the gap, a doubled one is the first.
 * DAY:    start = first instant of the local day, end = first instant of the next.
 * Others: start and end of the period, likewise.
 */
export function momentsOf(wall: WallTime): Moments {
  if (wall.precision === 'MINUTE') return minuteOf(wall);
  const { first, next } = daysOf(wall);
  return { start: startOfDay(first, wall.zone), end: startOfDay(next, wall.zone), exact: isExact(wall.precision) };
}

/** The first local day of a wall time. */
export function firstDayOf(wall: WallTime): Temporal.PlainDate {
  return wall.precision === 'MINUTE' ? Temporal.PlainDate.from(wall.local) : daysOf(wall).first;
}

/** An instant as Temporal shows it in a zone. */
export function inZone(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

export function toDate(moment: { readonly epochMilliseconds: number }): Date {
  return new Date(moment.epochMilliseconds);
}

function minuteOf({ local, zone }: WallTime): Moments {
  const asked = Temporal.PlainDateTime.from(local);
  const given = asked.toZonedDateTime(zone, { disambiguation: 'compatible' });
  const instant = toDate(given);
  const shifted = !given.toPlainDateTime().equals(asked);
  return { start: instant, end: instant, exact: true, ...(shifted ? { shiftedFrom: local } : {}) };
}

function startOfDay(day: Temporal.PlainDate, zone: string): Date {
  return toDate(day.toZonedDateTime(zone));
}

/** The days of a period: its first, and the first after it. */
function daysOf({ local, precision }: WallTime): { first: Temporal.PlainDate; next: Temporal.PlainDate } {
  if (precision === 'DAY') {
    const first = Temporal.PlainDate.from(local);
    return { first, next: first.add({ days: 1 }) };
  }
  const { month, months } = monthsOf(local.slice(5), precision);
  const first = new Temporal.PlainDate(Number(local.slice(0, 4)), month, 1);
  return { first, next: first.add({ months }) };
}

/** First month and length of a period. Seasons are meteorological: WINTER runs from December into the next year. */
function monthsOf(period: string, precision: Precision): { month: number; months: number } {
  if (precision === 'MONTH') return { month: Number(period), months: 1 };
  if (precision === 'SEASON') return { month: 3 + 3 * SEASONS.findIndex((season) => season === period), months: 3 };
  if (precision === 'HALF_YEAR') return { month: period === 'H2' ? 7 : 1, months: 6 };
  return { month: 1, months: 12 };
}
