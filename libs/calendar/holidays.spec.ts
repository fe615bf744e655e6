import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay } from './holidays.js';

const works = (day: string, zone: string): boolean => isWorkingDay(Temporal.PlainDate.from(day), zone);

/** All days of a year off work from Monday to Friday. */
function daysOff(year: number, zone: string): string[] {
  const days = Array.from({ length: 366 }, (_, i) => new Temporal.PlainDate(year, 1, 1).add({ days: i }));
  return days.filter((day) => day.year === year && day.dayOfWeek < 6 && !isWorkingDay(day, zone)).map(String);
}

describe('working days', () => {
  it('of Belgium in 2023', () => {
    expect(daysOff(2023, 'Europe/Brussels')).toEqual([
      '2023-04-10', '2023-05-01', '2023-05-18', '2023-05-29', '2023-07-21', '2023-08-15', '2023-11-01', '2023-12-25',
    ]);
  });

  it('of the United Kingdom, with the days that make up for a weekend and those of one year alone', () => {
    expect(daysOff(2022, 'Europe/London')).toEqual([
      '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27',
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
