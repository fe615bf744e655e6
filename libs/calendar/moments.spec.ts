import { describe, expect, it } from '@jest/globals';
import { momentsOf } from './moments.js';
import { parseWallTime } from './wall-time.js';

/** Published milestones of real calls: name, local, zone, start and end in UTC where the source states them. */
const REAL_MILESTONES: [string, string, string, string | undefined, string | undefined][] = [
  ['NCC-2023 opening', '2023-08-17', 'Europe/Brussels', '2023-08-16T22:00', undefined],
  ['NCC-2023 submission', '2023-11-30T17:00:00', 'Europe/Brussels', '2023-11-30T16:00', '2023-11-30T16:00'],
  ['NCC-2023 kick-off', '2024-06-12', 'Europe/Brussels', '2024-06-11T22:00', '2024-06-12T22:00'],
  ['NCC-2023-VL announcement', '2023-09-04', 'Europe/Brussels', '2023-09-03T22:00', undefined],
  ['NCC-2023-VL info-meeting', '2023-09-18', 'Europe/Brussels', '2023-09-17T22:00', '2023-09-18T22:00'],
  ['NCC-2023-VL expression-of-interest', '2023-10-14', 'Europe/Brussels', undefined, '2023-10-14T22:00'],
  ['NCC-2023-VL recommendation', '2023-10-16', 'Europe/Brussels', undefined, '2023-10-16T22:00'],
  ['NCC-2020 publication', '2020-07-20', 'Europe/Brussels', '2020-07-19T22:00', undefined],
  ['NCC-2020 submission', '2020-11-30', 'Europe/Brussels', undefined, '2020-11-30T23:00'],
  ['ESF-NL-SITS registration', '2014-05-01', 'Europe/Amsterdam', '2014-04-30T22:00', undefined],
  ['ESF-NL-SITS opening', '2015-06-01', 'Europe/Amsterdam', '2015-05-31T22:00', undefined],
  ['ESF-NL-SITS submission', '2019-12-31', 'Europe/Amsterdam', undefined, '2019-12-31T23:00'],
  ['2SEAS-SO13 call-1-concept-note', '2015-02-16', 'Europe/Brussels', undefined, '2015-02-16T23:00'],
  ['2SEAS-SO13 call-2-close', '2016-05-09', 'Europe/Brussels', undefined, '2016-05-09T22:00'],
  ['2SEAS-SO13 call-8', '2019-04-08', 'Europe/Brussels', '2019-04-07T22:00', undefined],
  ['ESFSI-LTU-2024 submission', '2024-09-30T17:00:00', 'Europe/Brussels', '2024-09-30T15:00', '2024-09-30T15:00'],
  ['EASI-VP-2020-003 submission', '2020-10-15', 'Europe/Brussels', undefined, '2020-10-15T22:00'],
  ['EASI-SOC-INNOV-2022 opening', '2022-05-03', 'Europe/Brussels', '2022-05-02T22:00', undefined],
  ['EASI-SOC-INNOV-2022 submission', '2022-08-02T17:00:00', 'Europe/Brussels', '2022-08-02T15:00', '2022-08-02T15:00'],
  ['EASI-SOC-INNOV-2022 results', '2023-04-26', 'Europe/Brussels', '2023-04-25T22:00', undefined],
  ['EASI-HOMELESS-2023 opening', '2023-09-14', 'Europe/Brussels', '2023-09-13T22:00', undefined],
  ['EASI-HOMELESS-2023 submission', '2024-01-11T17:00:00', 'Europe/Brussels', '2024-01-11T16:00', '2024-01-11T16:00'],
  ['ESF-VL-357 info', '2016-02-11', 'Europe/Brussels', '2016-02-10T23:00', '2016-02-11T23:00'],
  ['ESF-VL-357 prep', '2016-04-18', 'Europe/Brussels', undefined, '2016-04-18T22:00'],
  ['ESF-VL-357 phase1', '2016-09-30', 'Europe/Brussels', undefined, '2016-09-30T22:00'],
  ['ESF-VL-357 phase2', '2019-06-15', 'Europe/Brussels', undefined, '2019-06-15T22:00'],
  ['ESF-VL-357 final-report', '2020-03-31', 'Europe/Brussels', undefined, '2020-03-31T22:00'],
];

const utc = (text: string): Date => new Date(`${text}:00Z`);

describe('momentsOf', () => {
  it.each(REAL_MILESTONES)('agrees with the published %s', (_name, local, zone, start, end) => {
    const moments = momentsOf(parseWallTime(local, zone));
    expect(moments.exact).toBe(true);
    expect(moments.start).toEqual(start === undefined ? moments.start : utc(start));
    expect(moments.end).toEqual(end === undefined ? moments.end : utc(end));
  });

  it('moves a skipped time forward by the gap and says so', () => {
    expect(momentsOf(parseWallTime('2023-03-26T02:30', 'Europe/Brussels'))).toEqual({
      start: utc('2023-03-26T01:30'),
      end: utc('2023-03-26T01:30'),
      exact: true,
      shiftedFrom: '2023-03-26T02:30:00',
    });
  });

  it('takes the first of a doubled time', () => {
    const moments = momentsOf(parseWallTime('2023-10-29T02:30', 'Europe/Brussels'));
    expect(moments).toEqual({ start: utc('2023-10-29T00:30'), end: utc('2023-10-29T00:30'), exact: true });
  });

  it('begins a day without midnight at its first instant', () => {
    expect(momentsOf(parseWallTime('2023-04-28', 'Africa/Cairo')).start).toEqual(utc('2023-04-27T22:00'));
    expect(momentsOf(parseWallTime('2023-04-27', 'Africa/Cairo')).end).toEqual(utc('2023-04-27T22:00'));
  });

  it.each([
    ['2024-06', '2024-05-31T22:00', '2024-06-30T22:00'],
    ['2024-SPRING', '2024-02-29T23:00', '2024-05-31T22:00'],
    ['2024-WINTER', '2024-11-30T23:00', '2025-02-28T23:00'],
    ['2014-H1', '2013-12-31T23:00', '2014-06-30T22:00'],
    ['2014-H2', '2014-06-30T22:00', '2014-12-31T23:00'],
    ['2024', '2023-12-31T23:00', '2024-12-31T23:00'],
  ])('gives the period of %s, which is not exact', (local, start, end) => {
    expect(momentsOf(parseWallTime(local, 'Europe/Brussels'))).toEqual({ start: utc(start), end: utc(end), exact: false });
  });
});
