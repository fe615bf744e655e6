import type { CountrySets } from './countries.js';
import type { Rule } from './rule.js';

/** What a call asks of its members. */
export interface EligibilityCall {
  readonly rules: readonly Rule[];
  readonly countrySets: CountrySets;
  /** Codes of the bodies that grant or recommend applications and therefore may not be members. */
  readonly bodies: readonly string[];
}

/** The rules that refuse whatever the project is. */
export function bindingRules({ rules }: EligibilityCall): Rule[] {
  return rules.filter(({ severity, when }) => severity === 'MANDATORY' && when === undefined);
}

/** 'No member such as this': a consortium rule that counts to nought. */
export function isBan({ level, measure, op, value }: Rule): boolean {
  return level === 'consortium' && measure.fn === 'count' && (op === '==' || op === '<=') && value === 0;
}
