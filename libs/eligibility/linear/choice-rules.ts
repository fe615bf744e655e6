import type { EligibilityCall } from '../eligibility-call.js';
import type { Member, ProjectFacts } from '../facts/draft.js';
import { compileRules } from '../proof/compile.js';
import { judge } from '../proof/judge.js';
import { kindsOf } from '../repair/kinds.js';
import { constraintsOf } from './constraints.js';
import type { LinearSystem } from './system.js';

/** What the MANDATORY rules of a call say of a choice among options: no rule NOT_MET. The rows take long, so they wait. */
export interface ChoiceRules {
  readonly system: () => LinearSystem;
  /** Per option: the same number for options in the same roles that no rule can tell apart by facts of the organisation. */
  readonly kinds: readonly number[];
  /** Σ shortfalls of the rules that are NOT_MET, at least 1 each; 0 exactly where the rows can be kept. */
  readonly shortfall: (members: readonly Member[]) => number;
}

export function choiceRules(call: EligibilityCall, options: readonly Member[], project: ProjectFacts): ChoiceRules {
  const compiled = compileRules(call).filter(({ rule }) => rule.severity === 'MANDATORY');
  const kinds = kindsOf(options, compiled.map(({ rule }) => rule), call);
  const kindOf = new Map(kinds.flatMap(({ candidates }, kind) => candidates.map(({ id }) => [id, kind] as const)));
  const numbers = new Map<string, number>();
  const numberOf = ({ id, roles }: Member): number => {
    const key = `${kindOf.get(id) ?? ''} ${roles.join(' ')}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  };
  return {
    system: () => constraintsOf(compiled.map((rule) => ({ ...rule, aim: 'NOT_REFUSED' as const })), options, project),
    kinds: options.map(numberOf),
    shortfall: (members) =>
      compiled.reduce((sum, rule) => {
        const { verdict, found } = judge(rule, { members, project });
        return verdict === 'NOT_MET' ? sum + Math.max(1, found.shortfall) : sum;
      }, 0),
  };
}
