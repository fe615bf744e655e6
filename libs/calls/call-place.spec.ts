import { describe, expect, it } from '@jest/globals';
import { momentsOf, parseWallTime, type DatedMilestone } from '#libs/calendar';
import { compareKeys, placeOf } from './call-place.js';

const now = new Date('2023-06-01T12:00:00Z');
const date = (kind: string, local: string): DatedMilestone => ({ kind, ...momentsOf(parseWallTime(local, 'Europe/Brussels')) });
const call = (code: string, opening?: string, submission?: string, start?: string) => ({
  uuid: code,
  code,
  milestones: [
    ...(opening === undefined ? [] : [date('OPENING', opening)]),
    ...(submission === undefined ? [] : [date('SUBMISSION', submission)]),
    ...(start === undefined ? [] : [date('PROJECT_START', start)]),
  ],
});

const listed = (...calls: ReturnType<typeof call>[]): string[] =>
  calls.map((one) => placeOf(one, now)).sort((one, other) => compareKeys(one.key, other.key)).map(({ code }) => code);

describe('the order of calls', () => {
  it('has those first where something can still be done', () => {
    const awarded = call('awarded', '2021-01-01', '2021-02-01', '2022-01-01');
    const closed = call('closed', '2023-01-01', '2023-02-01');
    const coming = call('coming', '2023-07-01', '2023-09-01');
    expect(listed(awarded, closed, call('announced'), coming, call('open', '2023-05-01', '2023-07-01'))).toEqual([
      'open', 'coming', 'announced', 'closed', 'awarded',
    ]);
  });

  it('has the soonest to close first, and of the past the latest', () => {
    const later = call('later', '2023-05-01', '2023-08-01');
    const sooner = call('sooner', '2023-05-01', '2023-07-01');
    expect(listed(later, sooner, call('endless', '2023-05-01'))).toEqual(['sooner', 'later', 'endless']);
    const before = call('before', '2022-01-01', '2022-03-01');
    expect(listed(before, call('last', '2023-01-01', '2023-03-01'))).toEqual(['last', 'before']);
  });

  it('ends with the code', () => {
    expect(listed(call('b'), call('a'))).toEqual(['a', 'b']);
  });

  it('survives a cursor, which is JSON', () => {
    const { key } = placeOf(call('undated'), now);
    expect(compareKeys(key, JSON.parse(JSON.stringify(key)) as typeof key)).toBe(0);
  });
});
