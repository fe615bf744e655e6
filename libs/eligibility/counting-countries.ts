import { codesOf, isCountrySet } from './countries.js';
import { bindingRules, isBan, type EligibilityCall } from './eligibility-call.js';
import type { MemberRole, Rule } from './rule.js';

/** The names of sets and countries that a call counts by, with the first rule that does. */
export interface CountryDemand {
  readonly rule: string;
  readonly names: readonly string[];
}

/**
 * By which countries a call counts members of a role: the union over its binding count rules. Undefined when none
 * names a country set: a rule that wants one partner from the UK does not refuse the others.
 */
export function countryDemand(call: EligibilityCall, role: MemberRole): CountryDemand | undefined {
  const counting = bindingRules(call).filter((rule) => countsCountries(rule, role));
  const names = counting.flatMap(({ where }) => where?.countryIn ?? []);
  const [first] = counting;
  return first !== undefined && names.some(isCountrySet) ? { rule: first.id, names } : undefined;
}

/** ISO codes of the countries that count for members of a call; undefined when all do, or a set is not known. */
export function countriesThatCount(call: EligibilityCall): readonly string[] | undefined {
  const demand = countryDemand(call, 'CO_APPLICANT');
  if (demand === undefined) return undefined;
  const members = demand.names.map((name) => codesOf(name, call.countrySets));
  if (members.includes(undefined)) return undefined;
  return [...new Set(members.flatMap((codes) => codes ?? []))].sort();
}

function countsCountries(rule: Rule, role: MemberRole): boolean {
  const { level, measure, where } = rule;
  const counts = level === 'consortium' && (measure.fn === 'count' || measure.fn === 'countDistinct') && !isBan(rule);
  return counts && where?.countryIn !== undefined && (where.roles?.includes(role) ?? true);
}
