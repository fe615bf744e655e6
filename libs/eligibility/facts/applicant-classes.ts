import { any, NO, unknown, YES, type Answer } from '../proof/answer.js';
import type { EntityFacts } from './member-facts.js';
import {
  isOrganisationType,
  isSector,
  ORGANISATION_TYPES,
  sectorOf,
  type OrganisationType,
} from './organisation-types.js';

interface ApplicantClass {
  /** Types that always belong to the class. */
  readonly types: readonly OrganisationType[];
  /** A legal nature that admits any other type. */
  readonly legalNature?: string;
}

/** Calls name applicants more coarsely than we name types. This is the whole translation. */
export const APPLICANT_CLASSES: Readonly<Record<string, ApplicantClass>> = {
  PUBLIC_AUTHORITY: {
    types: ['MINISTRY', 'REGION', 'PROVINCE', 'MUNICIPALITY', 'ESF_MANAGING_AUTHORITY', 'INTERMEDIATE_BODY'],
  },
  PUBLIC_AGENCY: {
    types: [
      'NATIONAL_AGENCY',
      'PUBLIC_EMPLOYMENT_SERVICE',
      'REGIONAL_DEVELOPMENT_AGENCY',
      'PROGRAMME_SECRETARIAT',
      'INTERMEDIATE_BODY',
    ],
  },
  NOT_FOR_PROFIT: {
    types: ['CIVIL_SOCIETY_ORGANISATION', 'FOUNDATION', 'NETWORK_ORGANISATION', 'TRADE_UNION'],
    legalNature: 'NOT_FOR_PROFIT',
  },
  UNIVERSITY: { types: ['UNIVERSITY', 'UNIVERSITY_OF_APPLIED_SCIENCES'] },
  CIVIL_SOCIETY_ORGANISATION: {
    types: ['CIVIL_SOCIETY_ORGANISATION', 'FOUNDATION', 'NETWORK_ORGANISATION', 'TRADE_UNION'],
  },
};

/** Whether an organisation belongs to one of the named types or classes; open when its type or nature could decide. */
export function typeIn(facts: EntityFacts, names: readonly string[]): Answer {
  return any(names.map((name) => belongsTo(facts, name)));
}

function belongsTo({ type, legalNature }: EntityFacts, name: string): Answer {
  const known = classNamed(name);
  if (known === undefined) return unknown(`applicantClass:${name}`);
  if (type !== undefined && known.types.includes(type)) return YES;
  if (known.legalNature !== undefined && legalNature === known.legalNature) return YES;
  if (type === undefined) return unknown('type');
  return known.legalNature !== undefined && legalNature === undefined ? unknown('legalNature') : NO;
}

/** A sector stands for its types, and a type that is no class of its own for itself. */
function classNamed(name: string): ApplicantClass | undefined {
  if (Object.hasOwn(APPLICANT_CLASSES, name)) return APPLICANT_CLASSES[name];
  if (isSector(name)) return { types: ORGANISATION_TYPES.filter((type) => sectorOf(type) === name) };
  return isOrganisationType(name) ? { types: [name] } : undefined;
}
