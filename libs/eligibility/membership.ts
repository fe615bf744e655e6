import { NO, not, unknown, type Answer } from './answer.js';
import { satisfies } from './applicant-field.js';
import { countryIn } from './countries.js';
import { countryDemand } from './counting-countries.js';
import { bindingRules, isBan, type EligibilityCall } from './eligibility-call.js';
import type { MemberFacts } from './member-facts.js';
import { passes, type Applicant } from './member-filter.js';
import type { MemberRole, Message, Rule, Verdict } from './rule.js';
import { COUNTRY_MESSAGE, BODY_MESSAGE } from './standing-messages.js';

export interface StandingReason {
  /** Id of the rule, or `body`. */
  readonly rule: string;
  readonly verdict: Exclude<Verdict, 'NOT_APPLICABLE'>;
  readonly message: Message;
  /** What would have to be known, when the verdict is UNKNOWN: country, type, legalNature, projectExperience... */
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
}

/**
 * Whether an organisation may join, and may lead, an application to a call.
 *
 * Only MANDATORY rules that bind whatever the project is (no `when`) can refuse. NOT_MET if one refuses; else UNKNOWN
 * if one is open for want of data; else MET. Coordinator rules on experience or documents are listed as UNKNOWN but
 * do not lower the verdict: they are shown in the application, not in the profile.
 */
export function membership(call: EligibilityCall, facts: MemberFacts): Membership {
  return { join: standing(call, facts, 'CO_APPLICANT'), lead: standing(call, facts, 'COORDINATOR') };
}

function standing(call: EligibilityCall, facts: MemberFacts, role: MemberRole): Standing {
  const applicant: Applicant = { facts, role, countrySets: call.countrySets };
  const binding = bindingRules(call);
  const decisive = [
    ...bodyReasons(call, facts),
    ...binding.filter((rule) => isAboutApplicant(rule, role)).flatMap((rule) => ownReasons(rule, applicant)),
    ...binding.filter(isBan).map((rule) => reason(rule.id, rule.message, not(passes(applicant, rule.where)))),
    ...countryReasons(call, applicant),
  ];
  const informative = role === 'COORDINATOR' ? binding.filter(isLaterProof).map(laterReason) : [];
  return { verdict: worst(decisive), reasons: [...decisive, ...informative] };
}

function bodyReasons({ bodies }: EligibilityCall, { codes }: MemberFacts): StandingReason[] {
  const recommends = codes.some((code) => bodies.includes(code));
  return recommends ? [reason('body', BODY_MESSAGE, NO)] : [];
}

function isAboutApplicant({ level, measure }: Rule, role: MemberRole): boolean {
  return level === 'organisation' || (level === 'coordinator' && role === 'COORDINATOR' && measure.fn === 'field');
}

/** A rule on the applicant itself; nothing where its filter leaves the applicant out. */
function ownReasons(rule: Rule, applicant: Applicant): StandingReason[] {
  const concerned = passes(applicant, rule.where);
  if (concerned.holds === false) return [];
  const satisfied = satisfies(applicant, rule);
  const open = concerned.holds === undefined && satisfied.holds === false;
  return [reason(rule.id, rule.message, open ? concerned : satisfied)];
}

/** A country in none of the sets that the call counts by can never count, so such a member is refused. */
function countryReasons(call: EligibilityCall, { facts, role }: Applicant): StandingReason[] {
  const demand = countryDemand(call, role);
  if (demand === undefined) return [];
  return [reason(demand.rule, COUNTRY_MESSAGE, countryIn(facts.country, demand.names, call.countrySets))];
}

/** Something the coordinator proves in the application. */
function isLaterProof({ level, measure }: Rule): boolean {
  return level === 'coordinator' && measure.fn !== 'field';
}

function laterReason({ id, message, measure }: Rule): StandingReason {
  return reason(id, message, unknown(measure.fn));
}

function reason(rule: string, message: Message, answer: Answer): StandingReason {
  if (answer.holds === undefined) return { rule, verdict: 'UNKNOWN', message, missing: answer.missing };
  return { rule, verdict: answer.holds ? 'MET' : 'NOT_MET', message };
}

function worst(reasons: readonly StandingReason[]): StandingReason['verdict'] {
  const verdicts = reasons.map(({ verdict }) => verdict);
  if (verdicts.includes('NOT_MET')) return 'NOT_MET';
  return verdicts.includes('UNKNOWN') ? 'UNKNOWN' : 'MET';
}
