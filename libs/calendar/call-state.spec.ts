import { describe, expect, it } from '@jest/globals';
import { deriveCallState, type CallState, type DatedMilestone } from './call-state.js';
import { momentsOf } from './moments.js';
import { parseWallTime } from './wall-time.js';

/** 'OPENING 2023-08-17' in the zone of Brussels. */
function milestone(text: string): DatedMilestone {
  const [kind = '', local] = text.split(' ');
  return { kind, ...momentsOf(parseWallTime(local, 'Europe/Brussels')) };
}

function stateAt(now: string, ...milestones: readonly string[]): CallState {
  return deriveCallState(milestones.map(milestone), new Date(now));
}

const REAL_CALLS: [string, CallState['state'], string[]][] = [
  ['NCC-2023', 'OPEN', ['OPENING 2023-08-17', 'SUBMISSION 2023-11-30T17:00', 'PROJECT_START 2024-06']],
  ['NCC-2020', 'AWARDED', ['OPENING 2020-07-20', 'SUBMISSION 2020-11-30', 'PROJECT_START 2021-05']],
  ['ESF-NL-SITS', 'CLOSED', ['REGISTRATION 2014-05-01', 'OPENING 2015-06-01', 'SUBMISSION 2019-12-31']],
  ['2SEAS-SO13', 'CLOSED', ['SUBMISSION 2015-02-16', 'SUBMISSION 2016-05-09', 'OPENING 2019-04-08']],
  ['ESFSI-LTU-2024', 'ANNOUNCED', ['SUBMISSION 2024-09-30T17:00']],
  ['ESFSI-UA-2023', 'ANNOUNCED', []],
  ['ESFSI-NEET', 'ANNOUNCED', []],
  ['EASI-VP-2020-003', 'CLOSED', ['SUBMISSION 2020-10-15']],
  ['EASI-SOC-INNOV-2022', 'CLOSED', ['OPENING 2022-05-03', 'SUBMISSION 2022-08-02T17:00', 'RESULT 2023-04-26']],
  ['EASI-HOMELESS-2023', 'FORTHCOMING', ['OPENING 2023-09-14', 'SUBMISSION 2024-01-11T17:00']],
  ['ESF-VL-357', 'CLOSED', ['EVENT 2016-02-11', 'SUBMISSION 2016-04-18', 'SUBMISSION 2019-06-15', 'REPORT 2020-03-31']],
  ['TEMPLATE-HE-RIA', 'ANNOUNCED', []],
];

describe('deriveCallState', () => {
  it.each(REAL_CALLS)('%s is %s on 4 September 2023', (_id, state, milestones) => {
    expect(stateAt('2023-09-04T07:00:00Z', ...milestones).state).toBe(state);
  });

  const NCC = ['OPENING 2023-08-17', 'SUBMISSION 2023-11-30T17:00', 'PROJECT_START 2024-06'];
  const opensAt = new Date('2023-08-16T22:00:00Z');
  const closesAt = new Date('2023-11-30T16:00:00Z');

  it.each<[string, CallState]>([
    ['2023-08-16T21:59:59Z', { state: 'FORTHCOMING', opensAt, closesAt }],
    ['2023-08-16T22:00:00Z', { state: 'OPEN', opensAt, closesAt }],
    ['2023-11-30T15:59:59Z', { state: 'OPEN', opensAt, closesAt }],
    ['2023-11-30T16:00:00Z', { state: 'CLOSED', opensAt, closesAt, closedSince: closesAt }],
    ['2024-05-31T21:59:59Z', { state: 'CLOSED', opensAt, closesAt, closedSince: closesAt }],
    ['2024-05-31T22:00:00Z', { state: 'AWARDED', opensAt, closesAt, closedSince: closesAt }],
  ])('changes at the very instant: %s', (now, state) => {
    expect(stateAt(now, ...NCC)).toEqual(state);
  });

  it('lets vague dates decide nothing', () => {
    expect(stateAt('2014-09-01T00:00:00Z', 'OPENING 2014-H2').state).toBe('ANNOUNCED');
    expect(stateAt('2025-01-01T00:00:00Z', 'SUBMISSION 2024').state).toBe('ANNOUNCED');
  });

  it('stays open from the first stage to the last', () => {
    const stages = ['OPENING 2023-01-10', 'SUBMISSION 2023-03-01', 'SUBMISSION 2023-09-01'];
    expect(stateAt('2023-05-01T00:00:00Z', ...stages).state).toBe('OPEN');
  });

  describe('a call that opens again without a closing', () => {
    const again = ['SUBMISSION 2016-05-09', 'OPENING 2019-04-08'];

    it.each([
      ['2019-04-07T21:59:59Z', 'CLOSED'],
      ['2019-04-07T22:00:00Z', 'OPEN'],
      ['2020-04-07T21:59:59Z', 'OPEN'],
      ['2020-04-07T22:00:00Z', 'CLOSED'],
    ])('is at %s %s', (now, state) => {
      expect(stateAt(now, ...again).state).toBe(state);
    });

    it('names no closing that nobody gave, yet says since when it counts as closed', () => {
      const opensAgainAt = new Date('2019-04-07T22:00:00Z');
      expect(stateAt('2023-09-04T07:00:00Z', ...again)).toEqual({
        state: 'CLOSED',
        opensAt: opensAgainAt,
        closedSince: new Date('2020-04-07T22:00:00Z'),
      });
    });

    it('is awarded once a project has started after the opening', () => {
      expect(stateAt('2020-02-01T00:00:00Z', ...again, 'PROJECT_START 2020-01').state).toBe('AWARDED');
      expect(stateAt('2020-02-01T00:00:00Z', ...again, 'PROJECT_START 2017-01').state).toBe('OPEN');
    });
  });
});
