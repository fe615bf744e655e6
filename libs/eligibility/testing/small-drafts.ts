import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft, Member } from '../facts/draft.js';
import type { MemberFacts } from '../facts/member-facts.js';
import { parseRules } from '../language/parse-rules.js';
import type { MemberRole } from '../language/rule.js';
import { checker, type Check, type RuleVerdict } from '../verdicts.js';
import { furtherRule, type FurtherRule } from './further-rules.js';
import { realCall } from './real-calls.js';

export type Given = Partial<Omit<Member, 'facts'>> & { readonly facts?: Partial<MemberFacts> };

export function member(id: string, country: string, { facts, ...more }: Given = {}): Member {
  const roles: MemberRole[] = ['CO_APPLICANT'];
  return { id, roles, confirmed: true, ...more, facts: { codes: [id], country, designations: [], ...facts } };
}

export const lead = (id: string, country: string, more: Given = {}): Member =>
  member(id, country, { roles: ['COORDINATOR'], ...more });

export function draft(members: readonly Member[], project: Draft['project'] = { fields: {} }): Draft {
  return { members, project };
}

export function ruleOf(check: Check, id: string): RuleVerdict {
  const found = check.rules.find(({ rule }) => rule === id);
  if (found === undefined) throw new RangeError(`there is no rule ${id}`);
  return found;
}

/** The verdict of one further rule, with facts of a small call. */
export function furtherVerdict(
  name: FurtherRule,
  members: readonly Member[],
  more: object = {},
  call: Partial<EligibilityCall> = {},
): RuleVerdict {
  const rules = parseRules([furtherRule(name, more)]);
  const countrySets = { ...realCall('TEMPLATE-HE-RIA').countrySets, INCLUSIVENESS: ['PL', 'RO'] };
  return ruleOf(checker({ rules, countrySets, bodies: [], ...call })(draft(members)), 'rule');
}
