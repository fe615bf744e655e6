import { describe, expect, it } from '@jest/globals';
import { realCall } from '../testing/real-calls.js';
import { countriesThatCount, countriesWanted } from './counting-countries.js';

describe('countriesThatCount', () => {
  it.each<[string, number | undefined]>([
    ['2SEAS-SO13', 4],
    ['NCC-2023', 27],
    ['ESFSI-LTU-2024', 31],
    ['ESF-NL-SITS', undefined],
    ['ESF-VL-357', undefined],
  ])('of %s are %p', (call, countries) => {
    expect(countriesThatCount(realCall(call))?.length).toBe(countries);
  });

  it('writes them as ISO does', () => {
    const call = { ...realCall('2SEAS-SO13'), countrySets: { TWO_SEAS_STATES: ['UK', 'EL', 'BE'] } };
    expect(countriesThatCount(call)).toEqual(['BE', 'GB', 'GR']);
  });

  it('takes the countries of all periods of a set', () => {
    const periods = [
      { to: '2020-12-31', countries: ['GB', 'BE'] },
      { from: '2021-01-01', countries: ['BE'] },
    ];
    const call = { ...realCall('2SEAS-SO13'), countrySets: { TWO_SEAS_STATES: periods } };
    expect(countriesThatCount(call)).toEqual(['BE', 'GB']);
  });

  it('does not guess at a set that is not known', () => {
    expect(countriesThatCount({ ...realCall('2SEAS-SO13'), countrySets: {} })).toBeUndefined();
  });
});

describe('countriesWanted', () => {
  it.each<[string, number | undefined]>([['2SEAS-SO13', 2], ['NCC-2023', 3], ['ESF-NL-SITS', undefined]])('by %s are %p', (call, least) => {
    expect(countriesWanted(realCall(call))).toBe(least);
  });
});
