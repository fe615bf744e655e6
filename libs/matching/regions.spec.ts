import { describe, expect, it } from '@jest/globals';
import { regionsOn, sumByRegion, valueOfRegion } from './regions.js';

const regions = regionsOn('nuts2', ['BE255', 'BE251', 'UKJ21', 'BE2', 'UK']);

describe('regions', () => {
  it('hold the organisations whose place is known finely enough', () => {
    expect(regions.codes).toEqual(['BE25', 'UKJ2']);
    expect([...regions.of]).toEqual([0, 0, 1, -1, -1]);
    expect([...regions.heads]).toEqual([2, 1]);
  });

  it('sum up, and give the mean to those whose region is not known', () => {
    expect([...sumByRegion(regions, Float64Array.of(1, 2, 3, 4, 5))]).toEqual([3, 3]);
    expect([...valueOfRegion(regions, Float64Array.of(3, 9))]).toEqual([3, 3, 9, 5, 5]);
  });
});
