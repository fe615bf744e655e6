import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { planBackward } from './backward-plan.js';
import { isWorkingDay } from './holidays.js';
import { parseWallTime } from './wall-time.js';

const before = (local: string, workingDays: number, zone = 'Europe/Brussels') => planBackward(parseWallTime(local, zone), workingDays)?.local;

describe('a plan backward', () => {
  it.each([
    ['2023-11-30T17:00', 0, '2023-11-30'],
    ['2023-11-30T17:00', 1, '2023-11-29'],
    ['2023-11-30T17:00', 10, '2023-11-16'],
    ['2023-10-14', 0, '2023-10-13'], // a Saturday
    ['2023-10-14', 1, '2023-10-13'],
    ['2023-10-16', 1, '2023-10-13'],
    ['2023-11-02', 1, '2023-10-31'], // over All Saints
  ])('of %s is, %i working days before, %s', (deadline, workingDays, day) => {
    expect(before(deadline, workingDays)).toBe(day);
  });

  it('takes the holidays of the deadline’s zone', () => {
    expect(before('2024-10-04', 1, 'Europe/Brussels')).toBe('2024-10-03');
    expect(before('2024-10-04', 1, 'Europe/Berlin')).toBe('2024-10-02');
  });

  it('has no day for a vague date', () => {
    expect(before('2024-06', 5)).toBeUndefined();
  });

  it('leaves just so many working days, the planned one among them, and is a working day itself', () => {
    const days = fc.integer({ min: 0, max: 1500 }).map((shift) => new Temporal.PlainDate(2023, 1, 1).add({ days: shift }));
    const zones = fc.constantFrom('Europe/Brussels', 'Europe/Dublin', 'Europe/Athens', 'America/New_York');
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), zones, (deadline, workingDays, zone) => {
        const planned = Temporal.PlainDate.from(before(deadline.toString(), workingDays, zone) ?? '');
        const between = Array.from({ length: planned.until(deadline).days }, (_, i) => planned.add({ days: i }));
        expect(isWorkingDay(planned, zone)).toBe(true);
        expect(between.filter((day) => isWorkingDay(day, zone))).toHaveLength(workingDays);
      }),
    );
  });
});
