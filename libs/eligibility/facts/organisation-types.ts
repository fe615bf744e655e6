/** Which sector each type of organisation belongs to. */
const TYPES_BY_SECTOR = {
  PUBLIC: [
    'MINISTRY',
    'ESF_MANAGING_AUTHORITY',
    'INTERMEDIATE_BODY',
    'NATIONAL_AGENCY',
    'PROGRAMME_SECRETARIAT',
    'EU_INSTITUTION',
    'REGION',
    'PROVINCE',
    'MUNICIPALITY',
    'PUBLIC_EMPLOYMENT_SERVICE',
    'REGIONAL_DEVELOPMENT_AGENCY',
  ],
  ACADEMIA: ['UNIVERSITY', 'UNIVERSITY_OF_APPLIED_SCIENCES', 'RESEARCH_CENTRE', 'SCHOOL'],
  BUSINESS: [
    'COMPANY',
    'CONSULTANCY',
    'CHAMBER_OF_COMMERCE',
    'BUSINESS_SUPPORT_ORGANISATION',
    'EMPLOYERS_ORGANISATION',
  ],
  CIVIL_SOCIETY: [
    'CIVIL_SOCIETY_ORGANISATION',
    'FOUNDATION',
    'NETWORK_ORGANISATION',
    'TRADE_UNION',
    'INTERNATIONAL_ORGANISATION',
  ],
  SOCIAL_ECONOMY: ['SOCIAL_ENTERPRISE', 'FUNDER'],
} as const;

export type Sector = keyof typeof TYPES_BY_SECTOR;
export type OrganisationType = (typeof TYPES_BY_SECTOR)[Sector][number];

export const SECTORS = Object.keys(TYPES_BY_SECTOR) as readonly Sector[];
export const ORGANISATION_TYPES: readonly OrganisationType[] = Object.values(TYPES_BY_SECTOR).flat();

export function isSector(name: string): name is Sector {
  return Object.hasOwn(TYPES_BY_SECTOR, name);
}

export function isOrganisationType(name: string): name is OrganisationType {
  return ORGANISATION_TYPES.some((type) => type === name);
}

const SECTOR_OF = new Map<OrganisationType, Sector>(
  SECTORS.flatMap((sector) => TYPES_BY_SECTOR[sector].map((type) => [type, sector] as const)),
);

export function sectorOf(type: OrganisationType): Sector {
  const sector = SECTOR_OF.get(type);
  if (sector === undefined) throw new TypeError(`no sector for organisation type ${type}`);
  return sector;
}
