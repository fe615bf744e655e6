/** When something is: between two local days, the same when it is exact. Fuzzy milestones are ranges. */
export interface Days {
  readonly earliest: string;
  readonly latest: string;
  /** What would have to be known to be exact: 'milestone:SUBMISSION'. */
  readonly name: string;
}

/** ISO days compare as texts. */
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

export const ANY_DAY: Days = unknownDays('milestone');

export function unknownDays(name: string): Days {
  return { earliest: FIRST_DAY, latest: LAST_DAY, name };
}

/**
 * A day moved by an ISO 8601 duration in years, months and days: years and months first, then days. A day that a month
 * does not have is its last: 2020-02-29 minus P1Y = 2019-02-28.
 */
export function moved(day: string, offset: string): string {
  if (day === FIRST_DAY || day === LAST_DAY) return day;
  const [, sign = '', years = '0', months = '0', days = '0'] =
    /^([+-]?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?$/.exec(offset) ?? [];
  const factor = sign === '-' ? -1 : 1;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = Date.UTC(year + factor * Number(years), month - 1 + factor * Number(months), 1);
  const result = new Date(first);
  result.setUTCDate(Math.min(date, daysInMonth(result)) + factor * Number(days));
  return result.toISOString().slice(0, 10);
}

function daysInMonth(month: Date): number {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Whole months from the first to the last day, both included: 2019-01-01 to 2019-12-31 are 12. */
export function monthsBetween(first: string, last: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = first.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = moved(last, 'P1D').split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
