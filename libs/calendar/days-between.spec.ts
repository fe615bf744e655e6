import { describe, expect, it } from '@jest/globals';
import { daysBetween } from './days-between.js';
import { parseWallTime } from './wall-time.js';

describe('daysBetween', () => {
  it.each([
    ['2023-10-13T21:59:59Z', '2023-10-14', 1],
    ['2023-10-13T22:00:00Z', '2023-10-14', 0],
    ['2023-10-14T22:00:00Z', '2023-10-14', -1],
    ['2023-10-12T07:00:00Z', '2023-11-30T17:00', 49],
    ['2023-11-30T22:59:00Z', '2023-11-30T17:00', 0],
    ['2024-05-31T08:00:00Z', '2024-06', 1],
  ])('from %s until %s are %d days in Brussels', (now, local, days) => {
    expect(daysBetween(new Date(now), parseWallTime(local, 'Europe/Brussels'))).toBe(days);
  });
});
