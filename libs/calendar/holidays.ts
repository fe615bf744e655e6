import { Temporal } from 'temporal-polyfill';

/**
 * Public holidays of a whole country, by the zone in which its bodies write their dates. As the law stands in 2026; days
 * that a government moves once a year are not known here.
 *
 * 12-25   every 25 December
 * E+1     days after Easter Sunday; P+1 after the Orthodox one
 * 1>=05-01 the first Monday (1) to Sunday (7) on or after that day
 */
const HOLIDAYS: Readonly<Record<string, string>> = {
  'Asia/Nicosia': '01-01 01-06 P-48 03-25 04-01 P-2 P+1 05-01 P+50 08-15 10-01 10-28 12-25 12-26',
  'Atlantic/Reykjavik': '01-01 E-3 E-2 E+1 4>=04-19 05-01 E+39 E+50 06-17 1>=08-01 12-25 12-26',
  'Europe/Amsterdam': '01-01 E+1 04-27 E+39 E+50 12-25 12-26',
  'Europe/Athens': '01-01 01-06 P-48 03-25 P-2 P+1 05-01 P+50 08-15 10-28 12-25 12-26',
  'Europe/Berlin': '01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26',
  'Europe/Bratislava': '01-01 01-06 E-2 E+1 05-01 05-08 07-05 08-29 09-15 11-01 12-24 12-25 12-26',
  'Europe/Brussels': '01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25',
  'Europe/Bucharest': '01-01 01-02 01-06 01-07 01-24 P-2 P+1 05-01 P+50 06-01 08-15 11-30 12-01 12-25 12-26',
  'Europe/Budapest': '01-01 03-15 E-2 E+1 05-01 E+50 08-20 10-23 11-01 12-24 12-25 12-26',
  'Europe/Copenhagen': '01-01 E-3 E-2 E+1 E+39 E+50 12-25 12-26',
  'Europe/Dublin': '01-01 1>=02-01 03-17 E+1 1>=05-01 1>=06-01 1>=08-01 1>=10-25 12-25 12-26',
  'Europe/Helsinki': '01-01 01-06 E-2 E+1 05-01 E+39 5>=06-19 6>=10-31 12-06 12-24 12-25 12-26',
  'Europe/Lisbon': '01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25',
  'Europe/Ljubljana': '01-01 01-02 02-08 E+1 04-27 05-01 05-02 06-25 08-15 10-31 11-01 12-25 12-26',
  'Europe/London': '01-01 E-2 E+1 1>=05-01 1>=05-25 1>=08-25 12-25 12-26',
  'Europe/Luxembourg': '01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26',
  'Europe/Madrid': '01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25',
  'Europe/Malta': '01-01 02-10 03-19 03-31 E-2 05-01 06-07 06-29 08-15 09-08 09-21 12-08 12-13 12-25',
  'Europe/Oslo': '01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26',
  'Europe/Paris': '01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25',
  'Europe/Prague': '01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26',
  'Europe/Riga': '01-01 E-2 E+1 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-26 12-31',
  'Europe/Rome': '01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26',
  'Europe/Sofia': '01-01 03-03 P-2 P+1 05-01 05-06 05-24 09-06 09-22 12-24 12-25 12-26',
  'Europe/Stockholm': '01-01 01-06 E-2 E+1 05-01 E+39 06-06 5>=06-19 12-24 12-25 12-26',
  'Europe/Tallinn': '01-01 02-24 E-2 05-01 06-23 06-24 08-20 12-24 12-25 12-26',
  'Europe/Vienna': '01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26',
  'Europe/Vilnius': '01-01 02-16 03-11 E+1 05-01 06-24 07-06 08-15 11-01 11-02 12-24 12-25 12-26',
  'Europe/Warsaw': '01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24 12-25 12-26',
  'Europe/Zagreb': '01-01 01-06 E+1 05-01 05-30 E+60 06-22 08-05 08-15 11-01 11-18 12-25 12-26',
  'Europe/Zurich': '01-01 E+39 08-01 12-25',
};

/** Where a holiday on a weekend is made up for on the next day of work. */
const MADE_UP_FOR: ReadonlySet<string> = new Set(['Europe/Dublin', 'Europe/London']);

const SATURDAY = 6;
const known = new Map<string, ReadonlySet<string>>();

/** Whether people work on this day where this zone's clock hangs: not on Saturday, Sunday or a public holiday. */
export function isWorkingDay(day: Temporal.PlainDate, zone: string): boolean {
  return day.dayOfWeek < SATURDAY && !holidaysOf(day.year, zone).has(day.toString());
}

function holidaysOf(year: number, zone: string): ReadonlySet<string> {
  const key = `${year} ${zone}`;
  const days = known.get(key) ?? new Set(computeHolidays(year, zone).map(String));
  known.set(key, days);
  return days;
}

function computeHolidays(year: number, zone: string): Temporal.PlainDate[] {
  const days = (HOLIDAYS[zone]?.split(' ') ?? []).map((rule) => dayOf(rule, year));
  return MADE_UP_FOR.has(zone) ? days.reduce(withSubstitute, []) : days;
}

function dayOf(rule: string, year: number): Temporal.PlainDate {
  const [, church, shift] = /^([EP])([+-]\d+)$/.exec(rule) ?? [];
  if (church !== undefined) return (church === 'E' ? easter(year) : orthodoxEaster(year)).add({ days: Number(shift) });
  const [weekday, date = ''] = rule.includes('>=') ? rule.split('>=') : [undefined, rule];
  const day = Temporal.PlainDate.from(`${year}-${date}`);
  return weekday === undefined ? day : day.add({ days: (Number(weekday) - day.dayOfWeek + 7) % 7 });
}

function withSubstitute(days: Temporal.PlainDate[], day: Temporal.PlainDate): Temporal.PlainDate[] {
  let free = day;
  while (free.dayOfWeek >= SATURDAY || days.some((other) => other.equals(free))) free = free.add({ days: 1 });
  return [...days, free];
}

/** Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher). */
export function easter(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const corrected = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + corrected + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const month = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return new Temporal.PlainDate(year, 3, 22).add({ days: epact + toSunday - 7 * month });
}

/** Easter Sunday by the Julian reckoning (Meeus), told in the Gregorian calendar: 13 days later from 1900 to 2099. */
export function orthodoxEaster(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30;
  const toSunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  return new Temporal.PlainDate(year, 3, 22).add({ days: moon + toSunday + 13 });
}
