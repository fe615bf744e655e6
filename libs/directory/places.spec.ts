import { describe, expect, it } from '@jest/globals';
import { countryFilter, nutsOfCountry, regionFilter } from './places.js';

describe('places in filters', () => {
  it('take the codes of ISO and of the Commission for one country', () => {
    expect(countryFilter('be')).toBe('BE');
    expect(countryFilter('UK')).toBe('GB');
    expect(nutsOfCountry('GB')).toBe('UK');
    expect(nutsOfCountry('BE')).toBe('BE');
  });

  it.each(['BEL', 'QQ', '', '%', 'B\0'])('refuse "%s" as a country', (country) => {
    expect(() => countryFilter(country)).toThrow(expect.objectContaining({ field: 'country' }));
  });

  it('take regions of any level', () => {
    expect(['be', 'BE2', 'NL342'].map(regionFilter)).toEqual(['BE', 'BE2', 'NL342']);
  });

  it.each(['B', 'BE%', 'NL3421', ''])('refuse "%s" as a region', (region) => {
    expect(() => regionFilter(region)).toThrow(expect.objectContaining({ field: 'region' }));
  });
});
