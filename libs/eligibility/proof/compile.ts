import type { EligibilityCall } from '../eligibility-call.js';
import { isCondition, type Clause, type Condition as Demand, type Rule } from '../language/rule.js';
import { allOf, anyOf, type Condition } from './condition.js';
import { conditionOf } from './compile-condition.js';
import { contextOf } from './context.js';
import { negate } from './negate.js';
import { relativeToCoordinator } from './relative-to-coordinator.js';
import type { Scope } from './scope.js';
import { everybody } from './seat.js';

/** A rule ready to be judged and to be put as linear constraints. */
export interface CompiledRule {
  readonly rule: Rule;
  /** The rule binds where this holds. */
  readonly when?: Condition;
  readonly must: Condition;
}

export function compileRules(call: EligibilityCall): CompiledRule[] {
  return call.rules.map((rule) => compileRule(rule, call));
}

function compileRule(rule: Rule, call: EligibilityCall): CompiledRule {
  const scope: Scope = {
    rule,
    rules: call.rules,
    context: contextOf(call, rule.at),
    group: everybody,
    compile: compileClause,
  };
  const must = compileClause(rule.must, scope);
  return rule.when === undefined ? { rule, must } : { rule, when: compileClause(rule.when, scope), must };
}

function compileClause(clause: Clause, scope: Scope): Condition {
  if ('allOf' in clause) return allOf(clause.allOf.map((part) => compileClause(part, scope)));
  if ('anyOf' in clause) return anyOf(clause.anyOf.map((option) => compileClause(option.clause, scope)));
  if ('not' in clause) return negate(compileClause(clause.not, scope));
  if (isCondition(clause)) return relativeToCoordinator(clause, scope, (inner) => compileDemand(clause, inner));
  return compileReference(clause.rule, scope);
}

/** What holds or not can also be forbidden. */
function compileDemand(demand: Demand, scope: Scope): Condition {
  const condition = conditionOf(demand, scope);
  return demand.value === false && demand.measure.fn !== 'field' ? negate(condition) : condition;
}

/** Another rule holds where it is met or does not apply. */
function compileReference(id: string, scope: Scope): Condition {
  const rule = scope.rules.find((each) => each.id === id);
  if (rule === undefined) throw new TypeError(`there is no rule ${id}`);
  const inner = { ...scope, rule, context: contextOf(scope.context.call, rule.at) };
  const must = compileClause(rule.must, inner);
  return rule.when === undefined ? must : anyOf([negate(compileClause(rule.when, inner)), must]);
}
