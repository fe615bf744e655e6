import { registerEnumType } from '@nestjs/graphql';

/** What kind of organisation somebody is; calls say which kinds may lead or join. */
export enum OrganisationType {
  MINISTRY = 'MINISTRY',
  ESF_MANAGING_AUTHORITY = 'ESF_MANAGING_AUTHORITY',
  INTERMEDIATE_BODY = 'INTERMEDIATE_BODY',
  NATIONAL_AGENCY = 'NATIONAL_AGENCY',
  PROGRAMME_SECRETARIAT = 'PROGRAMME_SECRETARIAT',
  EU_INSTITUTION = 'EU_INSTITUTION',
  REGION = 'REGION',
  PROVINCE = 'PROVINCE',
  MUNICIPALITY = 'MUNICIPALITY',
  PUBLIC_EMPLOYMENT_SERVICE = 'PUBLIC_EMPLOYMENT_SERVICE',
  REGIONAL_DEVELOPMENT_AGENCY = 'REGIONAL_DEVELOPMENT_AGENCY',
  UNIVERSITY = 'UNIVERSITY',
  UNIVERSITY_OF_APPLIED_SCIENCES = 'UNIVERSITY_OF_APPLIED_SCIENCES',
  RESEARCH_CENTRE = 'RESEARCH_CENTRE',
  SCHOOL = 'SCHOOL',
  COMPANY = 'COMPANY',
  CONSULTANCY = 'CONSULTANCY',
  CHAMBER_OF_COMMERCE = 'CHAMBER_OF_COMMERCE',
  BUSINESS_SUPPORT_ORGANISATION = 'BUSINESS_SUPPORT_ORGANISATION',
  EMPLOYERS_ORGANISATION = 'EMPLOYERS_ORGANISATION',
  CIVIL_SOCIETY_ORGANISATION = 'CIVIL_SOCIETY_ORGANISATION',
  FOUNDATION = 'FOUNDATION',
  NETWORK_ORGANISATION = 'NETWORK_ORGANISATION',
  TRADE_UNION = 'TRADE_UNION',
  INTERNATIONAL_ORGANISATION = 'INTERNATIONAL_ORGANISATION',
  SOCIAL_ENTERPRISE = 'SOCIAL_ENTERPRISE',
  FUNDER = 'FUNDER',
}
registerEnumType(OrganisationType, { name: 'OrganisationType', description: 'What kind of organisation this is.' });

/** The part of society an organisation belongs to; a good consortium mixes them. */
export enum Sector {
  PUBLIC = 'PUBLIC',
  ACADEMIA = 'ACADEMIA',
  BUSINESS = 'BUSINESS',
  CIVIL_SOCIETY = 'CIVIL_SOCIETY',
  SOCIAL_ECONOMY = 'SOCIAL_ECONOMY',
}
registerEnumType(Sector, {
  name: 'Sector',
  description:
    'The part of society an organisation belongs to. CIVIL_SOCIETY and SOCIAL_ECONOMY together are the "third sector".',
});

const SECTORS: Readonly<Record<OrganisationType, Sector>> = {
  MINISTRY: Sector.PUBLIC,
  ESF_MANAGING_AUTHORITY: Sector.PUBLIC,
  INTERMEDIATE_BODY: Sector.PUBLIC,
  NATIONAL_AGENCY: Sector.PUBLIC,
  PROGRAMME_SECRETARIAT: Sector.PUBLIC,
  EU_INSTITUTION: Sector.PUBLIC,
  REGION: Sector.PUBLIC,
  PROVINCE: Sector.PUBLIC,
  MUNICIPALITY: Sector.PUBLIC,
  PUBLIC_EMPLOYMENT_SERVICE: Sector.PUBLIC,
  REGIONAL_DEVELOPMENT_AGENCY: Sector.PUBLIC,
  UNIVERSITY: Sector.ACADEMIA,
  UNIVERSITY_OF_APPLIED_SCIENCES: Sector.ACADEMIA,
  RESEARCH_CENTRE: Sector.ACADEMIA,
  SCHOOL: Sector.ACADEMIA,
  COMPANY: Sector.BUSINESS,
  CONSULTANCY: Sector.BUSINESS,
  CHAMBER_OF_COMMERCE: Sector.BUSINESS,
  BUSINESS_SUPPORT_ORGANISATION: Sector.BUSINESS,
  EMPLOYERS_ORGANISATION: Sector.BUSINESS,
  CIVIL_SOCIETY_ORGANISATION: Sector.CIVIL_SOCIETY,
  FOUNDATION: Sector.CIVIL_SOCIETY,
  NETWORK_ORGANISATION: Sector.CIVIL_SOCIETY,
  TRADE_UNION: Sector.CIVIL_SOCIETY,
  INTERNATIONAL_ORGANISATION: Sector.CIVIL_SOCIETY,
  SOCIAL_ENTERPRISE: Sector.SOCIAL_ECONOMY,
  FUNDER: Sector.SOCIAL_ECONOMY,
};

/** The sector that a type belongs to; `null` when the type is not known. */
export function sectorOf(type: OrganisationType | null): Sector | null {
  return type === null ? null : SECTORS[type];
}

/** A type as we name it; `null` for none and for the words of another vocabulary. */
export function organisationType(text: string | null): OrganisationType | null {
  return Object.values(OrganisationType).find((type) => type === text) ?? null;
}
