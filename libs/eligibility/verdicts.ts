import type { EligibilityCall } from './eligibility-call.js';
import type { Draft, Member } from './facts/draft.js';
import type { Message, Severity, Verdict } from './language/rule.js';
import { compileRules, type CompiledRule } from './proof/compile.js';
import { unique, type MissingFact } from './proof/finding.js';
import { judge } from './proof/judge.js';
import { supplierOf, type Supplier } from './supplier.js';

/** How a draft stands under one rule. */
export interface RuleVerdict {
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** What there surely is: a number, a proportion, how many groups conform; null where nothing is known. */
  readonly have: number | null;
  readonly need: { readonly min?: number; readonly max?: number };
  /** How far `have` is from `need`; 0 where the rule is met. */
  readonly shortfall: number;
  /** Ids of the members that were counted. */
  readonly counted: readonly string[];
  /** What was counted (states, sectors), or the groups that fail. */
  readonly values: readonly string[];
  /** What would have to be known, where the verdict is UNKNOWN. */
  readonly missing: readonly Missing[];
  /** The verdict once everybody who is invited has accepted. */
  readonly ifAllAccept: Verdict;
  /** Members whose departure would break the rule. A coordinator is not among them: it hands over before it leaves. */
  readonly breaksWithout: readonly string[];
  readonly message: Message;
  /** Keys of the sources. */
  readonly src: readonly string[];
}

export interface Missing extends MissingFact {
  readonly supplier: Supplier;
}

export interface Check {
  /** Over the MANDATORY rules: NOT_MET if one is not, else UNKNOWN if one is open, else MET. */
  readonly verdict: Exclude<Verdict, 'NOT_APPLICABLE'>;
  readonly rules: readonly RuleVerdict[];
}

/** Compiles the rules of a call once; what it returns judges any number of drafts. */
export function checker(call: EligibilityCall): (draft: Draft) => Check {
  const compiled = compileRules(call);
  return (draft) => {
    const everybody = merged(draft);
    const sure = { ...everybody, members: everybody.members.filter(({ confirmed }) => confirmed) };
    const rules = compiled.map((rule) => verdictOf(rule, sure, everybody));
    return { verdict: worst(rules), rules };
  };
}

/** A member that stands there twice is one member in several roles. */
export function merged(draft: Draft): Draft {
  const byId = new Map<string, Member>();
  for (const member of draft.members) {
    const other = byId.get(member.id);
    if (other === undefined) byId.set(member.id, member);
    else
      byId.set(member.id, {
        ...other,
        roles: [...new Set([...other.roles, ...member.roles])],
        confirmed: other.confirmed || member.confirmed,
      });
  }
  return { ...draft, members: [...byId.values()] };
}

function verdictOf(compiled: CompiledRule, sure: Draft, everybody: Draft): RuleVerdict {
  const { rule } = compiled;
  const { verdict, found } = judge(compiled, sure);
  const { have, need, counted, values } = found;
  const binds = verdict !== 'NOT_APPLICABLE';
  return {
    rule: rule.id,
    severity: rule.severity,
    verdict,
    have,
    need: { ...(need.min !== undefined && { min: need.min }), ...(need.max !== undefined && { max: need.max }) },
    shortfall: binds && verdict !== 'MET' ? found.shortfall : 0,
    counted,
    values,
    missing: verdict === 'UNKNOWN' ? found.missing.map((fact) => ({ ...fact, supplier: supplierOf(fact, sure) })) : [],
    ifAllAccept: everybody.members.length === sure.members.length ? verdict : judge(compiled, everybody).verdict,
    breaksWithout: verdict === 'MET' ? breakers(compiled, sure) : [],
    message: rule.message,
    src: rule.src,
  };
}

function breakers(compiled: CompiledRule, draft: Draft): string[] {
  return draft.members
    .filter(({ roles }) => !roles.includes('COORDINATOR'))
    .filter(
      (leaver) =>
        judge(compiled, { ...draft, members: draft.members.filter((member) => member !== leaver) }).verdict ===
        'NOT_MET',
    )
    .map(({ id }) => id);
}

function worst(rules: readonly RuleVerdict[]): Check['verdict'] {
  const mandatory = unique(rules.filter(({ severity }) => severity === 'MANDATORY').map(({ verdict }) => verdict));
  if (mandatory.includes('NOT_MET')) return 'NOT_MET';
  return mandatory.includes('UNKNOWN') ? 'UNKNOWN' : 'MET';
}
