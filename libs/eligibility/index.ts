export type { CountrySets } from './countries.js';
export { countriesThatCount } from './counting-countries.js';
export type { EligibilityCall } from './eligibility-call.js';
export type { MemberFacts } from './member-facts.js';
export { membership, type Membership, type Standing, type StandingReason } from './membership.js';
export { type OrganisationType, type Sector } from './organisation-types.js';
export { parseRules } from './parse-rules.js';
export { InvalidRule } from './rule-reader.js';
export {
  type Measure,
  type MeasureName,
  type MemberFilter,
  type MemberRole,
  type Message,
  type Operator,
  type Rule,
  type RuleLevel,
  type RuleValue,
  type Severity,
  type Verdict,
} from './rule.js';
