import { describe, expect, it } from '@jest/globals';
import { ORGANISATION_TYPES, SECTORS, sectorOf } from './organisation-types.js';

describe('sectorOf', () => {
  it('gives each of the 27 types one of the 5 sectors', () => {
    expect(new Set(ORGANISATION_TYPES).size).toBe(27);
    expect(new Set(ORGANISATION_TYPES.map(sectorOf))).toEqual(new Set(SECTORS));
  });

  it.each([
    ['MUNICIPALITY', 'PUBLIC'],
    ['SCHOOL', 'ACADEMIA'],
    ['CHAMBER_OF_COMMERCE', 'BUSINESS'],
    ['INTERNATIONAL_ORGANISATION', 'CIVIL_SOCIETY'],
    ['FUNDER', 'SOCIAL_ECONOMY'],
  ] as const)('%s belongs to %s', (type, sector) => {
    expect(sectorOf(type)).toBe(sector);
  });
});
