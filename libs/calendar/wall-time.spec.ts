import { describe, expect, it } from '@jest/globals';
import { InvalidWallTime, parseWallTime } from './wall-time.js';

const BRUSSELS = 'Europe/Brussels';

function refusalOf(local: unknown, zone: unknown, precision?: unknown): InvalidWallTime {
  try {
    parseWallTime(local, zone, precision);
  } catch (error) {
    if (error instanceof InvalidWallTime) return error;
    throw error;
  }
  throw new Error(`${String(local)} was accepted`);
}

describe('parseWallTime', () => {
  it.each([
    ['2023-11-30T17:00:00', 'MINUTE'],
    ['2024-02-29', 'DAY'],
    ['2024-06', 'MONTH'],
    ['2024-SPRING', 'SEASON'],
    ['2014-H2', 'HALF_YEAR'],
    ['1990', 'YEAR'],
    ['2100-12-31', 'DAY'],
  ])('reads %s as %s', (local, precision) => {
    expect(parseWallTime(local, BRUSSELS)).toEqual({ local, zone: BRUSSELS, precision });
    expect(parseWallTime(local, BRUSSELS, precision).precision).toBe(precision);
  });

  it('completes the seconds and the spelling of the zone', () => {
    const wall = parseWallTime('2023-11-30T17:00', 'europe/brussels');
    expect(wall).toEqual({ local: '2023-11-30T17:00:00', zone: BRUSSELS, precision: 'MINUTE' });
  });

  it.each([
    ['2023-11-31'],
    ['2023-02-29'],
    ['2023-13'],
    ['2023-00-10'],
    ['2023-11-30T24:00'],
    ['2023-11-30T17:60'],
    ['2023-11-30T17:00:60'],
  ])('refuses %s, which does not exist', (local) => {
    expect(refusalOf(local, BRUSSELS)).toMatchObject({
      field: 'local',
      value: local,
      reason: `${local} does not exist in the calendar.`,
    });
  });

  it.each(['0000-01-01', '1989-12-31', '2101', '9999-H1'])('refuses the year of %s', (local) => {
    expect(refusalOf(local, BRUSSELS).reason).toBe('The year must be between 1990 and 2100.');
  });

  it.each(['10000-01-01', '1701360000', '30/11/2023', '2024-MONSOON', '2014-H3', '2023-11-30 17:00', ' 2024', ''])(
    'refuses the form %p and shows the right ones',
    (local) => {
      const refusal = refusalOf(local, BRUSSELS);
      expect(refusal).toMatchObject({ field: 'local', value: local });
      expect(refusal.reason).toContain('2023-11-30T17:00, 2023-10-14');
    },
  );

  it.each([1701360000, 2024, null, undefined, new Date(0), {}])('refuses %p, which is not a text', (local) => {
    expect(refusalOf(local, BRUSSELS).reason).toContain('not a number of seconds');
  });

  const withOffset = ['2023-11-30T17:00Z', '2023-11-30T17:00:00+01:00', '2023-11-30T17:00-0500'];
  it.each(withOffset)('refuses the offset in %s', (local) => {
    expect(refusalOf(local, BRUSSELS).reason).toContain('without an offset');
  });

  const noZones = ['Mars/Olympus', 'CET', 'EST', '+01:00', 'Brussels', '', undefined, null, 1];
  it.each(noZones)('refuses the zone %p', (zone) => {
    expect(refusalOf('2023-11-30', zone)).toMatchObject({ field: 'zone', value: zone });
    expect(refusalOf('2023-11-30', zone).reason).toMatch(/[.]$/);
  });

  it('refuses a precision that disagrees with the form, or is none', () => {
    expect(refusalOf('2024-06', BRUSSELS, 'DAY')).toMatchObject({
      field: 'precision',
      reason: 'The date is written to the MONTH, but its precision says DAY.',
    });
    expect(refusalOf('2024-06', BRUSSELS, 'WEEK').field).toBe('precision');
  });
});
