import { describe, expect, it } from '@jest/globals';
import { OrganisationType, organisationType, Sector, sectorOf } from './organisation-type.js';

describe('types of organisations', () => {
  it('each belong to one sector, and each sector has some', () => {
    const sectors = Object.values(OrganisationType).map(sectorOf);
    expect(sectors).not.toContain(null);
    expect(new Set(sectors)).toEqual(new Set(Object.values(Sector)));
  });

  it('say where the third sector is', () => {
    expect(sectorOf(OrganisationType.FOUNDATION)).toBe(Sector.CIVIL_SOCIETY);
    expect(sectorOf(OrganisationType.SOCIAL_ENTERPRISE)).toBe(Sector.SOCIAL_ECONOMY);
  });

  it('are not known when the word is of another vocabulary', () => {
    expect(organisationType('SCHOOL')).toBe(OrganisationType.SCHOOL);
    expect(organisationType('HES')).toBeNull();
    expect(organisationType(null)).toBeNull();
    expect(sectorOf(null)).toBeNull();
  });
});
