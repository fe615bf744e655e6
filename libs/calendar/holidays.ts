import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

/** The country, or part of one, whose offices keep the clock of a zone. Elsewhere no holidays are known. */
const COUNTRY: Readonly<Record<string, readonly [country: string, state?: string]>> = {
  'Asia/Nicosia': ['CY'],
  'Atlantic/Azores': ['PT'],
  'Atlantic/Canary': ['ES'],
  'Atlantic/Madeira': ['PT'],
  'Atlantic/Reykjavik': ['IS'],
  'Europe/Amsterdam': ['NL'],
  'Europe/Athens': ['GR'],
  'Europe/Belgrade': ['RS'],
  'Europe/Berlin': ['DE'],
  'Europe/Bratislava': ['SK'],
  'Europe/Brussels': ['BE'],
  'Europe/Bucharest': ['RO'],
  'Europe/Budapest': ['HU'],
  'Europe/Chisinau': ['MD'],
  'Europe/Copenhagen': ['DK'],
  'Europe/Dublin': ['IE'],
  'Europe/Helsinki': ['FI'],
  'Europe/Kyiv': ['UA'],
  'Europe/Lisbon': ['PT'],
  'Europe/Ljubljana': ['SI'],
  'Europe/London': ['GB', 'ENG'],
  'Europe/Luxembourg': ['LU'],
  'Europe/Madrid': ['ES'],
  'Europe/Malta': ['MT'],
  'Europe/Oslo': ['NO'],
  'Europe/Paris': ['FR'],
  'Europe/Podgorica': ['ME'],
  'Europe/Prague': ['CZ'],
  'Europe/Riga': ['LV'],
  'Europe/Rome': ['IT'],
  'Europe/Sarajevo': ['BA'],
  'Europe/Skopje': ['MK'],
  'Europe/Sofia': ['BG'],
  'Europe/Stockholm': ['SE'],
  'Europe/Tallinn': ['EE'],
  'Europe/Tirane': ['AL'],
  'Europe/Vaduz': ['LI'],
  'Europe/Vienna': ['AT'],
  'Europe/Vilnius': ['LT'],
  'Europe/Warsaw': ['PL'],
  'Europe/Zagreb': ['HR'],
  'Europe/Zurich': ['CH'],
};

/** Days on which offices are closed; observances and school holidays are not among them. */
const CLOSED: ReadonlySet<string> = new Set(['public', 'bank']);
const SATURDAY = 6;
const known = new Map<string, ReadonlySet<string>>();

/** Whether people work on this day where this zone's clock hangs: not on Saturday, Sunday or a public or bank holiday. */
export function isWorkingDay(day: Temporal.PlainDate, zone: string): boolean {
  return day.dayOfWeek < SATURDAY && !holidaysOf(day.year, zone).has(day.toString());
}

function holidaysOf(year: number, zone: string): ReadonlySet<string> {
  const key = `${year} ${zone}`;
  const days = known.get(key) ?? readHolidays(year, zone);
  known.set(key, days);
  return days;
}

function readHolidays(year: number, zone: string): ReadonlySet<string> {
  const place = COUNTRY[zone];
  if (place === undefined) return new Set();
  const [country, state = ''] = place;
  const days = new Holidays(country, state).getHolidays(year).filter(({ type }) => CLOSED.has(type));
  return new Set(days.map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)));
}
