import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft } from '../facts/draft.js';
import { checker } from '../verdicts.js';
import { kindsOf, type Candidate } from './kinds.js';

/**
 * Which MANDATORY rules a draft does not meet yet and would not fail any more with a candidate among its co-applicants,
 * whoever is invited counted as a member. Candidates are sorted into kinds once; a draft costs one check a kind.
 *
 * @returns per candidate that closes any, the ids of these rules in the order of the rules
 */
export function closedRules(call: EligibilityCall, candidates: readonly Candidate[]): (draft: Draft) => ReadonlyMap<string, readonly string[]> {
  const mandatory = { ...call, rules: call.rules.filter(({ severity }) => severity === 'MANDATORY') };
  const kinds = kindsOf(candidates, mandatory.rules, call);
  const check = checker(mandatory);
  const failing = (draft: Draft) => check(draft).rules.flatMap(({ rule, ifAllAccept }) => (ifAllAccept === 'NOT_MET' ? [rule] : []));
  return (draft) => {
    const open = failing(draft);
    const closed = new Map<string, readonly string[]>();
    if (open.length === 0) return closed;
    for (const { candidates: alike, facts } of kinds) {
      const [first] = alike;
      if (first === undefined) continue;
      const joined = { ...draft, members: [...draft.members, { id: first.id, facts, roles: ['CO_APPLICANT' as const], confirmed: true }] };
      const left = new Set(failing(joined));
      const rules = open.filter((rule) => !left.has(rule));
      if (rules.length > 0) for (const { id } of alike) closed.set(id, rules);
    }
    return closed;
  };
}
