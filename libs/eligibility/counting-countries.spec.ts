import { describe, expect, it } from '@jest/globals';
import { countriesThatCount } from './counting-countries.js';
import { realCall, type RealCall } from './real-calls.fixture.js';

describe('countriesThatCount', () => {
  it.each<[RealCall, string[] | undefined]>([
    ['2SEAS-SO13', ['BE', 'FR', 'GB', 'NL']],
    ['NCC-2023', ['BE', 'DE', 'FR', 'GR', 'IE', 'NL']],
    ['ESF-NL-SITS', undefined],
    ['TEMPLATE-HE-RIA', undefined],
  ])('of %s are %p', (call, countries) => {
    expect(countriesThatCount(realCall(call))).toEqual(countries);
  });

  it('writes them as ISO does', () => {
    const call = { ...realCall('2SEAS-SO13'), countrySets: { TWO_SEAS_STATES: ['UK', 'EL', 'BE'] } };
    expect(countriesThatCount(call)).toEqual(['BE', 'GB', 'GR']);
  });
});
