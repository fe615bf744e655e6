import { isoCountry } from './facts/countries.js';
import type { Draft } from './facts/draft.js';
import type { MissingFact } from './proof/finding.js';

/** Who can supply what is missing. */
export type Supplier =
  | { readonly who: 'MEMBER'; readonly member: string }
  /** Whoever leads the draft. */
  | { readonly who: 'LEAD' }
  /** The body that runs the call. */
  | { readonly who: 'PROGRAMME_OFFICER' }
  /** A holder of a designation, in a country where the document is of one. */
  | { readonly who: 'DESIGNATED'; readonly designation: string; readonly country?: string };

/** Documents that a body issues to a member, and the designation of that body. */
const ISSUERS: Readonly<Record<string, string>> = { LETTER_OF_ENDORSEMENT: 'MANAGING_AUTHORITY:ESF' };

const OF_THE_OFFICER = [
  'milestone',
  'countrySet',
  'applicantClass',
  'area',
  'list',
  'register',
  'eligibleAs',
  'screeningReview',
];

export function supplierOf({ fact, member }: MissingFact, draft: Draft): Supplier {
  const [kind = '', detail = ''] = fact.split(':');
  const issuer = kind === 'document' ? ISSUERS[detail] : undefined;
  if (issuer !== undefined) return { who: 'DESIGNATED', designation: issuer, ...countryOf(member, draft) };
  if (OF_THE_OFFICER.includes(kind)) return { who: 'PROGRAMME_OFFICER' };
  return member === undefined ? { who: 'LEAD' } : { who: 'MEMBER', member };
}

function countryOf(member: string | undefined, { members }: Draft): { country?: string } {
  const country = members.find(({ id }) => id === member)?.facts.country;
  return country ? { country: isoCountry(country) } : {};
}
