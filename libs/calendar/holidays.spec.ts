import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { easter, isWorkingDay, orthodoxEaster } from './holidays.js';

const YEARS = Array.from({ length: 16 }, (_, i) => 2020 + i);

const works = (day: string, zone: string): boolean => isWorkingDay(Temporal.PlainDate.from(day), zone);

/** All days of a year off work from Monday to Friday. */
function daysOff(year: number, zone: string): string[] {
  const days = Array.from({ length: 366 }, (_, i) => new Temporal.PlainDate(year, 1, 1).add({ days: i }));
  return days.filter((day) => day.year === year && day.dayOfWeek < 6 && !isWorkingDay(day, zone)).map(String);
}

describe('Easter', () => {
  it('falls as the churches have published it', () => {
    expect(YEARS.map((year) => easter(year).toString().slice(5))).toEqual([
      '04-12', '04-04', '04-17', '04-09', '03-31', '04-20', '04-05', '03-28',
      '04-16', '04-01', '04-21', '04-13', '03-28', '04-17', '04-09', '03-25',
    ]);
    expect(YEARS.map((year) => orthodoxEaster(year).toString().slice(5))).toEqual([
      '04-19', '05-02', '04-24', '04-16', '05-05', '04-20', '04-12', '05-02',
      '04-16', '04-08', '04-28', '04-13', '05-02', '04-24', '04-09', '04-29',
    ]);
  });
});

describe('working days', () => {
  it('of Belgium in 2023', () => {
    expect(daysOff(2023, 'Europe/Brussels')).toEqual([
      '2023-04-10', '2023-05-01', '2023-05-18', '2023-05-29', '2023-07-21', '2023-08-15', '2023-11-01', '2023-12-25',
    ]);
  });

  it('of Ireland and the United Kingdom, with the days that make up for a weekend', () => {
    expect(daysOff(2022, 'Europe/London')).toEqual([
      '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-05-30', '2022-08-29', '2022-12-26', '2022-12-27',
    ]);
    expect(daysOff(2027, 'Europe/Dublin')).toEqual([
      '2027-01-01', '2027-02-01', '2027-03-17', '2027-03-29', '2027-05-03', '2027-06-07', '2027-08-02', '2027-10-25', '2027-12-27', '2027-12-28',
    ]);
  });

  it('of Greece follow its own Easter, of Sweden the midsummer', () => {
    expect(works('2024-05-03', 'Europe/Athens')).toBe(false);
    expect(works('2024-04-01', 'Europe/Athens')).toBe(true);
    expect(works('2024-06-21', 'Europe/Stockholm')).toBe(false);
  });

  it('are Monday to Friday where the holidays are not known', () => {
    expect(works('2024-12-25', 'America/New_York')).toBe(true);
    expect(works('2024-12-28', 'America/New_York')).toBe(false);
  });
});
