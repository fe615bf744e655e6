import { bindingRules, isBan, type EligibilityCall } from '../eligibility-call.js';
import { countryIn } from '../facts/countries.js';
import type { Draft } from '../facts/draft.js';
import type { MemberFacts } from '../facts/member-facts.js';
import { isCondition, type MemberRole, type Message, type Rule, type Verdict } from '../language/rule.js';
import { any, NO, type Answer } from '../proof/answer.js';
import { compileRules, type CompiledRule } from '../proof/compile.js';
import { judge } from '../proof/judge.js';
import { countryDemand } from './counting-countries.js';
import { BODY_MESSAGE, COUNTRY_MESSAGE } from './standing-messages.js';

export interface StandingReason {
  /** Id of the rule, or `body`. */
  readonly rule: string;
  readonly verdict: Exclude<Verdict, 'NOT_APPLICABLE'>;
  readonly message: Message;
  /** What would have to be known, when the verdict is UNKNOWN: country, type, legalNature, experience... */
  readonly missing?: string;
}

export interface Standing {
  readonly verdict: StandingReason['verdict'];
  readonly reasons: readonly StandingReason[];
}

export interface Membership {
  /** As an ordinary member (co-applicant). */
  readonly join: Standing;
  /** As coordinator. */
  readonly lead: Standing;
  /** As observer, who counts for nothing. */
  readonly observe: Standing;
}

/**
 * Whether an organisation may join, lead and observe in an application to a call.
 *
 * Only MANDATORY rules that bind whatever the project is (no `when`) can refuse. NOT_MET if one refuses; else UNKNOWN
 * if one is open for want of data; else MET. Coordinator rules on experience or documents are listed as UNKNOWN but
 * do not lower the verdict: they are shown in the application, not in the profile.
 */
export function membership(call: EligibilityCall, facts: MemberFacts): Membership {
  return {
    join: standing(call, facts, 'CO_APPLICANT'),
    lead: standing(call, facts, 'COORDINATOR'),
    observe: standing(call, facts, 'OBSERVER'),
  };
}

function standing(call: EligibilityCall, facts: MemberFacts, role: MemberRole): Standing {
  const alone = draftOf(facts, role);
  const binding = compiledOf(call).filter(({ rule }) => isAboutApplicant(rule, role) || isBan(rule));
  const decisive = [
    ...bodyReasons(call, facts),
    ...binding.filter(({ rule }) => !isLaterProof(rule)).flatMap((rule) => ruleReasons(rule, alone)),
    ...countryReasons(call, facts, role),
  ];
  const informative = binding.filter(({ rule }) => isLaterProof(rule)).flatMap((rule) => ruleReasons(rule, alone));
  return { verdict: worst(decisive), reasons: [...decisive, ...informative] };
}

/** A rule on single members says of an organisation what it says of a consortium of that organisation alone. */
function draftOf(facts: MemberFacts, role: MemberRole): Draft {
  return { members: [{ id: facts.codes[0] ?? '', roles: [role], confirmed: true, facts }], project: { fields: {} } };
}

const COMPILED = new WeakMap<EligibilityCall, readonly CompiledRule[]>();

/** The binding rules of a call, compiled once however many organisations are asked about. */
function compiledOf(call: EligibilityCall): readonly CompiledRule[] {
  const known = COMPILED.get(call);
  if (known !== undefined) return known;
  const binding = new Set(bindingRules(call));
  const compiled = compileRules(call).filter(({ rule }) => binding.has(rule));
  COMPILED.set(call, compiled);
  return compiled;
}

function isAboutApplicant({ level }: Rule, role: MemberRole): boolean {
  return level === 'organisation' || (level === 'coordinator' && role === 'COORDINATOR');
}

/** Something the coordinator proves in the application. */
function isLaterProof({ level, must }: Rule): boolean {
  return level === 'coordinator' && !(isCondition(must) && must.measure.fn === 'field');
}

function ruleReasons(compiled: CompiledRule, alone: Draft): StandingReason[] {
  const { verdict, found } = judge(compiled, alone);
  if (verdict === 'NOT_APPLICABLE') return [];
  const { id, message } = compiled.rule;
  return [{ rule: id, verdict, message, ...(found.missing[0] && { missing: found.missing[0].fact }) }];
}

function bodyReasons({ bodies }: EligibilityCall, { codes }: MemberFacts): StandingReason[] {
  const recommends = codes.some((code) => bodies.includes(code));
  return recommends ? [reason('body', BODY_MESSAGE, NO)] : [];
}

/** A country in none of the sets that the call counts by can never count, so such a member is refused. */
function countryReasons(
  call: EligibilityCall,
  { country, entities = [] }: MemberFacts,
  role: MemberRole,
): StandingReason[] {
  const demand = countryDemand(call, role);
  if (demand === undefined) return [];
  const answers = [country, ...entities.map((entity) => entity.country)].map((each) =>
    countryIn(each, demand.names, call.countrySets),
  );
  return [reason(demand.rule, COUNTRY_MESSAGE, any(answers))];
}

function reason(rule: string, message: Message, answer: Answer): StandingReason {
  if (answer.holds !== undefined) return { rule, verdict: answer.holds ? 'MET' : 'NOT_MET', message };
  return { rule, verdict: 'UNKNOWN', message, ...(answer.missing[0] !== undefined && { missing: answer.missing[0] }) };
}

function worst(reasons: readonly StandingReason[]): StandingReason['verdict'] {
  const verdicts = reasons.map(({ verdict }) => verdict);
  if (verdicts.includes('NOT_MET')) return 'NOT_MET';
  return verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'MET';
}
