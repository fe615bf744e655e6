import { parseRules, type CountrySets, type Rule } from '#libs/eligibility';

/** A version of a call's rules as it is stored: it was read once before, when it was imported. */
export interface StoredRuleset {
  readonly version: number;
  readonly rules: unknown;
  readonly countrySets: CountrySets;
}

export interface Ruleset extends StoredRuleset {
  /** 0 for a call without rules. */
  readonly version: number;
  readonly rules: readonly Rule[];
}

const NO_RULES: Ruleset = { version: 0, rules: [], countrySets: {} };

export function rulesetOf(stored: StoredRuleset | null): Ruleset {
  return stored === null ? NO_RULES : { ...stored, rules: parseRules(stored.rules) };
}
