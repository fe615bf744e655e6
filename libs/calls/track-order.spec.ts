import { describe, expect, it } from '@jest/globals';
import { parseWallTime } from '#libs/calendar';
import { lateTrackDates } from './track-order.js';

const date = (trackUuid: string | null, kind: string, local: string) => {
  return { trackUuid, kind, wall: parseWallTime(local, 'Europe/Brussels') };
};
const submission = date(null, 'SUBMISSION', '2023-11-30T17:00');
const lateWith = (...locals: string[]): string[] =>
  lateTrackDates([submission, ...locals.map((local) => date('track', 'EVENT', local))]).map(({ wall }) => wall.local);

describe('dates of a track', () => {
  it('end before the call’s submission', () => {
    expect(lateWith('2023-11-29', '2023-11-30T16:59')).toEqual([]);
    const late = ['2023-11-30', '2023-11-30T17:00:00', '2023-12-01'];
    expect(lateWith(...late)).toEqual(late);
  });

  it('are late when vague only if all of them is', () => {
    expect(lateWith('2023-11', '2023-H2', '2023-12')).toEqual(['2023-12']);
  });

  it('are held against the last of several submissions', () => {
    const second = date(null, 'SUBMISSION', '2024-02-01');
    expect(lateTrackDates([submission, second, date('track', 'EVENT', '2023-12-24')])).toEqual([]);
  });

  it('cannot be late without one; a track’s own submission is none', () => {
    expect(lateTrackDates([date('track', 'SUBMISSION', '2023-01-01'), date('track', 'EVENT', '2023-12-24')])).toEqual([]);
  });
});
