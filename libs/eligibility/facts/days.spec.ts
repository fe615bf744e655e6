import { describe, expect, it } from '@jest/globals';
import { monthsBetween, moved } from './days.js';

describe('moved', () => {
  it.each([
    ['2023-11-30', '-P2Y', '2021-11-30'],
    ['2020-02-29', '-P1Y', '2019-02-28'],
    ['2023-01-31', 'P1M', '2023-02-28'],
    ['2023-12-31', '+P1D', '2024-01-01'],
    ['2023-03-01', '-P1M1D', '2023-01-31'],
    ['9999-12-31', '-P2Y', '9999-12-31'],
  ])('%s and %s is %s', (day, offset, expected) => {
    expect(moved(day, offset)).toBe(expected);
  });
});

describe('monthsBetween', () => {
  it.each([
    ['2019-01-01', '2019-12-31', 12],
    ['2019-01-15', '2020-01-13', 11],
    ['2019-01-15', '2020-01-14', 12],
  ])('from %s to %s are %p', (first, last, months) => {
    expect(monthsBetween(first, last)).toBe(months);
  });
});
