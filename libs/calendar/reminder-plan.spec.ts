import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentsOf } from './moments.js';
import { InvalidOffset, planReminders, type PlannedReminder } from './reminder-plan.js';
import { parseWallTime } from './wall-time.js';

const SUBMISSION = parseWallTime('2023-11-30T17:00', 'Europe/Brussels');
const EXPRESSION = parseWallTime('2023-10-14', 'Europe/Brussels');

function plan(deadline: string, offsets: readonly string[], zone = 'Europe/Brussels'): PlannedReminder[] {
  return planReminders(parseWallTime(deadline, zone), offsets.map((offset) => ({ offset })));
}

function told(reminders: readonly PlannedReminder[]): string[] {
  return reminders.map(({ offset, at, merged }) => [offset, at.toISOString().slice(0, 16), ...merged].join(' '));
}

describe('planReminders', () => {
  it('keeps the local hour across the clock change', () => {
    expect(told(plan('2023-11-30T17:00', ['P1D', 'P49D', 'P30D']))).toEqual([
      'P49D 2023-10-12T07:00',
      'P30D 2023-10-31T08:00',
      'P1D 2023-11-29T08:00',
    ]);
  });

  it('counts exact time back from the instant of closing', () => {
    expect(told(plan('2023-11-30T17:00', ['PT4H', 'PT30M']))).toEqual([
      'PT4H 2023-11-30T12:00',
      'PT30M 2023-11-30T15:30',
    ]);
    expect(told(plan('2023-10-29', ['PT24H'])).at(-1)).toBe('PT24H 2023-10-28T23:00');
  });

  it('sends one reminder where the last working day is the day before', () => {
    expect(told(plan('2023-10-14', ['P7D', 'P1D']))).toEqual([
      'P7D 2023-10-07T07:00',
      'P1D 2023-10-13T07:00 LAST_WORKING_DAY',
    ]);
  });

  it('names a merged reminder after the rule that stands first', () => {
    expect(told(plan('2023-11-30T17:00', ['PT32H', 'P1D', 'P1D']))).toEqual(['PT32H 2023-11-29T08:00 P1D']);
  });

  it('adds the last working day before a run of holidays, unless told not to', () => {
    const christmas = parseWallTime('2023-12-25T12:00', 'Europe/Brussels');
    expect(told(planReminders(christmas, []))).toEqual(['LAST_WORKING_DAY 2023-12-22T08:00']);
    expect(planReminders(christmas, [], { lastWorkingDay: false })).toEqual([]);
    expect(plan('2023-12-26T12:00', [])).toEqual([]); // no holiday in Belgium
    expect(told(plan('2023-12-26T12:00', [], 'Europe/Berlin'))).toEqual(['LAST_WORKING_DAY 2023-12-22T08:00']);
    expect(told(plan('2024-01-01', []))).toEqual(['LAST_WORKING_DAY 2023-12-29T08:00']);
  });

  it('plans the seed’s autumn as the golden file has it', () => {
    const rules = [{ offset: 'P35D', hour: '17:00' }, { offset: 'P7D' }, { offset: 'P1D' }, { offset: 'PT4H' }];
    const golden = ['2023-10-14', '2023-10-16', '2023-11-30T17:00'].map((local) => told(planReminders(parseWallTime(local, 'Europe/Brussels'), rules)));
    expect(golden).toMatchInlineSnapshot(`
[
  [
    "P35D 2023-09-09T15:00",
    "P7D 2023-10-07T07:00",
    "P1D 2023-10-13T07:00 LAST_WORKING_DAY",
    "PT4H 2023-10-14T18:00",
  ],
  [
    "P35D 2023-09-11T15:00",
    "P7D 2023-10-09T07:00",
    "P1D 2023-10-15T07:00",
    "PT4H 2023-10-16T18:00",
  ],
  [
    "P35D 2023-10-26T15:00",
    "P7D 2023-11-23T08:00",
    "P1D 2023-11-29T08:00",
    "PT4H 2023-11-30T12:00",
  ],
]
`);
  });

  it('takes the hour of the rule', () => {
    expect(told(planReminders(SUBMISSION, [{ offset: 'P0D', hour: '08:15' }]))).toEqual(['P0D 2023-11-30T07:15']);
  });

  it('plans nothing at or after the end', () => {
    expect(plan('2023-11-30T09:00', ['P0D', 'PT0H'])).toEqual([]);
    const sameDay = planReminders(EXPRESSION, [{ offset: 'P0D' }], { lastWorkingDay: false });
    expect(told(sameDay)).toEqual(['P0D 2023-10-14T07:00']);
  });

  it.each(['2024-06', '2024-SPRING', '2014-H2', '2024'])('plans nothing for %s', (deadline) => {
    expect(plan(deadline, ['P30D', 'PT4H'])).toEqual([]);
  });

  const wrong = ['', '30D', 'P', 'P-1D', '-P1D', 'P1.5D', 'P1M', 'P1Y', 'PT', 'PT4S', 'P1DT4H', 'P99999D'];
  it.each(wrong)('refuses offset %p', (offset) => {
    expect(() => plan('2023-11-30T17:00', [offset])).toThrow(InvalidOffset);
    expect(() => plan('2024', [offset])).toThrow(InvalidOffset);
  });

  it.each(['9:00', '24:00', '09:60', ''])('refuses hour %p', (hour) => {
    expect(() => planReminders(SUBMISSION, [{ offset: 'P1D', hour }])).toThrow(InvalidOffset);
  });

  it('is ordered, has one reminder an instant, none after the end, and loses no offset that is in time', () => {
    const zones = fc.constantFrom('Europe/Brussels', 'Europe/Dublin', 'Atlantic/Azores', 'Africa/Cairo');
    const locals = fc
      .date({ min: new Date('2015-01-01T00:00Z'), max: new Date('2035-12-31T00:00Z'), noInvalidDate: true })
      .chain((date) => fc.constantFrom(date.toISOString().slice(0, 16), date.toISOString().slice(0, 10)));
    const rules = fc.array(
      fc.record({
        offset: fc.oneof(
          fc.nat({ max: 70 }).map((days) => `P${days}D`),
          fc.nat({ max: 48 }).map((hours) => `PT${hours}H`),
        ),
        hour: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(locals, zones, rules, (local, zone, given) => {
        const deadline = parseWallTime(local, zone);
        const { end } = momentsOf(deadline);
        const reminders = planReminders(deadline, given);
        const instants = reminders.map(({ at }) => at.getTime());
        expect(instants).toEqual([...new Set(instants)].toSorted((one, two) => one - two));
        expect(instants.every((instant) => instant < end.getTime())).toBe(true);
        const named = new Set(reminders.flatMap(({ offset, merged }) => [offset, ...merged]));
        const dayAhead = given.filter(({ offset }) => /^P[1-9]\d*D$|^PT[1-9]\d*H$/.test(offset));
        expect(dayAhead.filter(({ offset }) => !named.has(offset))).toEqual([]);
      }),
      { seed: 20231130, numRuns: 200 },
    );
  });
});
