import { Temporal } from 'temporal-polyfill';
import { DEADLINE_WORDS, type DeadlineWords, type Language } from './deadline-words.js';
import { firstDayOf, inZone, momentsOf } from './moments.js';
import { SEASONS } from './precision.js';
import type { WallTime } from './wall-time.js';

/**
 * A deadline in words, on the reader's clock, with the call's own clock in brackets where the two differ:
 * 'Thursday 30 November 2023, 16:00 Irish time (17:00 Brussels)'.
 */
export function describeDeadline(wall: WallTime, readerZone: string, language: Language): string {
  const words = DEADLINE_WORDS[language];
  if (wall.precision === 'MINUTE') return describeMinute(wall, readerZone, words);
  if (wall.precision === 'DAY') return describeDay(wall, readerZone, words);
  return `${describePeriod(wall, words)} (${words.exactDateFollows})`;
}

function describeMinute(wall: WallTime, readerZone: string, words: DeadlineWords): string {
  const { end } = momentsOf(wall);
  const there = inZone(end, wall.zone);
  const here = inZone(end, readerZone);
  const city = cityOf(wall.zone, words);
  if (sameClock(here, there)) return `${dateAndTime(there, words)} ${city}`;
  const inBrackets = sameDate(here, there) ? timeOf(there, words) : dateAndTime(there, words);
  return `${dateAndTime(here, words)} ${timeName(readerZone, words)} (${inBrackets} ${city})`;
}

function describeDay(wall: WallTime, readerZone: string, words: DeadlineWords): string {
  const day = firstDayOf(wall);
  const { end } = momentsOf(wall);
  const here = inZone(end, readerZone);
  const whole = `${dateText(day, words)}, ${words.untilEndOfDay(cityOf(wall.zone, words))}`;
  if (sameClock(here, inZone(end, wall.zone))) return whole;
  const endHere = here.toPlainDate().equals(day) ? timeOf(here, words) : dateAndTime(here, words);
  return `${whole} (${endHere} ${timeName(readerZone, words)})`;
}

function describePeriod({ local, precision }: WallTime, words: DeadlineWords): string {
  const year = local.slice(0, 4);
  const period = local.slice(5);
  if (precision === 'MONTH') return intl({ month: 'long', year: 'numeric' }, `${local}-01`, words);
  if (precision === 'HALF_YEAR') return `${words.halfYears[period === 'H2' ? 'H2' : 'H1']} ${year}`;
  const season = SEASONS.find((name) => name === period);
  return season === undefined ? year : `${words.seasons[season]} ${year}`;
}

function dateAndTime(moment: Temporal.ZonedDateTime, words: DeadlineWords): string {
  return `${dateText(moment.toPlainDate(), words)}, ${timeOf(moment, words)}`;
}

/** ICU versions differ on the comma after the English weekday, and British dates do without it. */
function dateText(day: Temporal.PlainDate, words: DeadlineWords): string {
  const text = intl({ dateStyle: 'full' }, day.toString(), words);
  return words.locale === 'en-GB' ? text.replace(',', '') : text;
}

/** Formats a bare local date; read and shown in UTC, so that no zone can move it. */
function intl(options: Intl.DateTimeFormatOptions, date: string, { locale }: DeadlineWords): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

function timeOf(moment: Temporal.ZonedDateTime, words: DeadlineWords): string {
  return words.clock(moment.toPlainTime().toString({ smallestUnit: 'minute' }));
}

function timeName(zone: string, words: DeadlineWords): string {
  return words.namedTimes[zone] ?? words.timeOf(cityOf(zone, words));
}

/** 'Europe/Brussels' is Brussels in English, Brussel in Dutch; 'America/New_York' is New York. */
function cityOf(zone: string, words: DeadlineWords): string {
  return words.cities[zone] ?? zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function sameClock(one: Temporal.ZonedDateTime, two: Temporal.ZonedDateTime): boolean {
  return one.toPlainDateTime().equals(two.toPlainDateTime());
}

function sameDate(one: Temporal.ZonedDateTime, two: Temporal.ZonedDateTime): boolean {
  return one.toPlainDate().equals(two.toPlainDate());
}
