import type { CountrySets } from './facts/countries.js';
import { isCondition, type Rule } from './language/rule.js';

/** What a call asks of its members, and what its rules refer to. */
export interface EligibilityCall {
  readonly rules: readonly Rule[];
  readonly countrySets: CountrySets;
  /** Codes of the bodies that grant or recommend applications and therefore may not be members. */
  readonly bodies: readonly string[];
  /** NUTS prefixes of programme areas, by name. */
  readonly areas?: Readonly<Record<string, readonly string[]>>;
  /** By key and by kind ('SUBMISSION'), the first and last local day that come into question. */
  readonly milestones?: Readonly<Record<string, { readonly earliest: string; readonly latest: string }>>;
  /** Lists that `countIn` looks into, such as 'call.challenges'. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

/** The rules that refuse whatever the project is. */
export function bindingRules({ rules }: EligibilityCall): Rule[] {
  return rules.filter(({ severity, when }) => severity === 'MANDATORY' && when === undefined);
}

/** 'No member such as this': a consortium rule that counts to nought. */
export function isBan({ level, must }: Rule): boolean {
  if (level !== 'consortium' || !isCondition(must)) return false;
  return must.measure.fn === 'count' && (must.op === '==' || must.op === '<=') && must.value === 0;
}
