import { codesOf, isCountrySet } from '../facts/countries.js';
import { bindingRules, isBan, type EligibilityCall } from '../eligibility-call.js';
import { isCondition, type MemberRole, type Rule } from '../language/rule.js';

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
  const counting = bindingRules(call).filter((rule) => !isBan(rule) && countriesCounted(rule, role).length > 0);
  const names = counting.flatMap((rule) => countriesCounted(rule, role));
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

/** From how many countries that count a consortium must come at least; undefined when no binding rule says. */
export function countriesWanted(call: EligibilityCall): number | undefined {
  const least = bindingRules(call).flatMap(({ level, must }) => {
    if (level !== 'consortium' || !isCondition(must)) return [];
    const { measure, op, value } = must;
    return measure.fn === 'countDistinct' && measure.field === 'country' && op === '>=' && typeof value === 'number' ? [value] : [];
  });
  return least.length === 0 ? undefined : Math.max(...least);
}

/** The countries by whose members a consortium rule counts; nothing for other rules and roles. */
function countriesCounted({ level, must }: Rule, role: MemberRole): readonly string[] {
  if (level !== 'consortium' || !isCondition(must)) return [];
  const { measure, where } = must;
  const counts = measure.fn === 'count' || measure.fn === 'countDistinct';
  return counts && (where?.roles?.includes(role) ?? true) ? (where?.countryIn ?? []) : [];
}
