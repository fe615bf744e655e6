import { all, any, isTrue, not, unknown, YES, type Answer } from './answer.js';
import { typeIn } from './applicant-classes.js';
import { countryIn, type CountrySets } from './countries.js';
import { holdsDesignation, type MemberFacts } from './member-facts.js';
import type { MemberFilter, MemberRole } from './rule.js';

/** An organisation in the role that it asks for. */
export interface Applicant {
  readonly facts: MemberFacts;
  readonly role: MemberRole;
  readonly countrySets: CountrySets;
}

/** Filter parts that are about the application rather than the organisation: open until there is one. */
const LATER_PARTS = ['nutsNotIn', 'document', 'experienceTheme', 'independent'] as const;

/** Whether an applicant passes a filter: (all its parts, `or` aside) or `or`. No filter passes everybody. */
export function passes(applicant: Applicant, filter: MemberFilter | undefined): Answer {
  if (filter === undefined) return YES;
  const ownParts = all(partsOf(applicant, filter));
  return filter.or === undefined ? ownParts : any([ownParts, passes(applicant, filter.or)]);
}

function partsOf(applicant: Applicant, filter: MemberFilter): Answer[] {
  const { facts, role, countrySets } = applicant;
  const parts = LATER_PARTS.filter((part) => filter[part] !== undefined).map(unknown);
  if (filter.roles !== undefined) parts.push(isTrue(filter.roles.includes(role)));
  if (filter.countryIn !== undefined) parts.push(countryIn(facts.country, filter.countryIn, countrySets));
  if (filter.orgTypeIn !== undefined) parts.push(typeIn(facts, filter.orgTypeIn));
  if (filter.designation !== undefined) parts.push(isTrue(holdsDesignation(facts, filter.designation)));
  if (filter.not !== undefined) parts.push(not(passes(applicant, filter.not)));
  return parts;
}
