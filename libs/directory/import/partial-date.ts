const WRITTEN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** '2021-05' -> '2021-05-01'; undefined for what is not a date of the calendar. */
export function firstDay(text: string): string | undefined {
  const [, year, month = '01', day = '01'] = WRITTEN.exec(text) ?? [];
  return year === undefined ? undefined : existing(`${year}-${month}-${day}`);
}

/** '2023-05' -> '2023-05-31', '2021' -> '2021-12-31'; undefined for what is not a date of the calendar. */
export function lastDay(text: string): string | undefined {
  const [, year, month = '12', day] = WRITTEN.exec(text) ?? [];
  if (year === undefined) return undefined;
  if (day !== undefined) return existing(text);
  if (existing(`${year}-${month}-01`) === undefined) return undefined;
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
}

/** `Date` rolls 31 November over into December: what comes back differs then. */
function existing(day: string): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && day >= '1000' ? day : undefined;
}
