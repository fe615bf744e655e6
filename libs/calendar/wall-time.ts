import { Temporal } from 'temporal-polyfill';
import { isPrecision, precisionOf, type Precision } from './precision.js';

/** What a funding body writes: a local time in an IANA zone. It is the truth; instants are derived from it. */
export interface WallTime {
  /** '2023-11-30T17:00:00', '2023-10-14', '2024-06', '2024-SPRING', '2014-H2' or '2024'. */
  readonly local: string;
  /** IANA zone, such as 'Europe/Brussels'. */
  readonly zone: string;
  readonly precision: Precision;
}

/** A date that cannot be kept; `reason` is one sentence for the person who wrote it. */
export class InvalidWallTime extends Error {
  override readonly name = 'InvalidWallTime';

  constructor(
    readonly field: 'local' | 'zone' | 'precision',
    readonly value: unknown,
    readonly reason: string,
  ) {
    super(reason);
  }
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;
const OFFSET = /T.*(Z|[+-]\d{2}(:?\d{2})?)$/i;
/** 'Area/City' or 'UTC': abbreviations (CET, EST) and bare offsets keep no summer time. */
const ZONE = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+)$/;
const EXAMPLES = '2023-11-30T17:00, 2023-10-14, 2024-06, 2024-SPRING, 2014-H2 or 2024';

/**
 * Reads a local date or time with its zone. The precision follows from the form; when given, it must agree.
 * A MINUTE text is returned with seconds, a zone in its official spelling.
 *
 * @throws InvalidWallTime for anything that is not a real date from 1990 to 2100 in a real IANA zone.
 */
export function parseWallTime(local: unknown, zone: unknown, precision?: unknown): WallTime {
  const text = localText(local);
  const written = precisionOf(text);
  if (written === undefined) throw new InvalidWallTime('local', local, `Write the date as ${EXAMPLES}.`);
  requireAgreement(written, precision);
  requireYear(text);
  requireExistence(text, written);
  return {
    local: written === 'MINUTE' && text.length === 16 ? `${text}:00` : text,
    zone: parseZone(zone),
    precision: written,
  };
}

/**
 * The official spelling of an IANA zone.
 *
 * @throws InvalidWallTime (field 'zone') for a missing or unknown zone, an offset or an abbreviation.
 */
export function parseZone(zone: unknown): string {
  if (zone === undefined || zone === null || zone === '') {
    throw new InvalidWallTime('zone', zone, 'A date needs a time zone, for instance Europe/Brussels.');
  }
  if (typeof zone !== 'string' || !ZONE.test(zone)) {
    throw new InvalidWallTime('zone', zone, 'Write the time zone as region and city, for instance Europe/Brussels.');
  }
  try {
    return new Temporal.ZonedDateTime(0n, zone).timeZoneId;
  } catch {
    throw new InvalidWallTime('zone', zone, `There is no time zone ${zone}.`);
  }
}

function localText(local: unknown): string {
  if (typeof local !== 'string' || local === '') {
    throw new InvalidWallTime('local', local, `A date is a text such as ${EXAMPLES}, not a number of seconds.`);
  }
  if (OFFSET.test(local)) {
    throw new InvalidWallTime('local', local, 'Write the local time without an offset; the time zone says the rest.');
  }
  return local;
}

function requireAgreement(written: Precision, precision: unknown): void {
  if (precision === undefined || precision === written) return;
  const reason = isPrecision(precision)
    ? `The date is written to the ${written}, but its precision says ${precision}.`
    : 'The precision is one of MINUTE, DAY, MONTH, SEASON, HALF_YEAR and YEAR.';
  throw new InvalidWallTime('precision', precision, reason);
}

function requireYear(local: string): void {
  const year = Number(local.slice(0, 4));
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return;
  throw new InvalidWallTime('local', local, `The year must be between ${FIRST_YEAR} and ${LAST_YEAR}.`);
}

/** Refuses 31 November, month 13 and 24:30, which `Date` would silently roll over. */
function requireExistence(local: string, precision: Precision): void {
  try {
    if (precision === 'MONTH') Temporal.PlainYearMonth.from(local, { overflow: 'reject' });
    if (precision === 'DAY') Temporal.PlainDate.from(local, { overflow: 'reject' });
    if (precision === 'MINUTE') requireClockTime(local);
  } catch {
    throw new InvalidWallTime('local', local, `${local} does not exist in the calendar.`);
  }
}

/** Temporal reads second 60 as 59; a deadline must not be reworded. */
function requireClockTime(local: string): void {
  Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  if (local.endsWith(':60')) throw new RangeError('leap second');
}
