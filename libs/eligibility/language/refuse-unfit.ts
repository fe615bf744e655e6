import { InvalidRule } from './place.js';
import { isCondition, type Clause, type Rule } from './rule.js';

/** More parts than any rule has, its references written out. */
const MOST_PARTS = 5000;

/**
 * What no single rule shows: ids used twice, references to nothing or in a circle, selections where none can be.
 * @throws InvalidRule
 */
export function refuseUnfit(rules: readonly Rule[]): void {
  const byId = new Map<string, Rule>();
  for (const [index, rule] of rules.entries()) {
    if (byId.has(rule.id)) throw new InvalidRule(`rules[${index}].id`, `${rule.id} is used twice`);
    byId.set(rule.id, rule);
  }
  const sizes = new Map<string, number>();
  for (const [index, rule] of rules.entries()) {
    const path = `rules[${index}]`;
    if (sizeOf(rule, byId, sizes, path, []) > MOST_PARTS) {
      throw new InvalidRule(path, 'is too large once the rules that it refers to are written out');
    }
    if (rule.when !== undefined) refuseNegatedSelection(rule.when, byId, `${path}.when`, true);
    refuseNegatedSelection(rule.must, byId, `${path}.must`, false);
  }
}

/** Number of clauses in a rule and in all that it refers to; refuses circles on the way. */
function sizeOf(
  rule: Rule,
  rules: ReadonlyMap<string, Rule>,
  sizes: Map<string, number>,
  path: string,
  way: readonly string[],
): number {
  const known = sizes.get(rule.id);
  if (known !== undefined) return known;
  const here = [...way, rule.id];
  if (way.includes(rule.id)) throw new InvalidRule(path, `rules refer to each other in a circle: ${here.join(' → ')}`);
  let size = 0;
  for (const clause of clausesIn(rule)) {
    size++;
    if (!('rule' in clause)) continue;
    const next = rules.get(clause.rule);
    if (next === undefined) throw new InvalidRule(path, `refers to a rule ${clause.rule} that is not in this ruleset`);
    size += sizeOf(next, rules, sizes, path, here);
  }
  sizes.set(rule.id, size);
  return size;
}

const clausesIn = ({ when, must }: Rule): Clause[] => [...(when === undefined ? [] : within(when)), ...within(must)];

const within = (clause: Clause): Clause[] => [clause, ...partsOf(clause).flatMap(within)];

/** The clauses directly within a clause. */
function partsOf(clause: Clause): readonly Clause[] {
  if ('allOf' in clause) return clause.allOf;
  if ('anyOf' in clause) return clause.anyOf.map((option) => option.clause);
  if ('not' in clause) return [clause.not];
  return isCondition(clause) && clause.measure.fn === 'everyGroup' ? [clause.measure.having] : [];
}

/** ‘There is no such choice’ cannot be put as linear constraints, so nobody may ask for it. */
function refuseNegatedSelection(
  clause: Clause,
  rules: ReadonlyMap<string, Rule>,
  path: string,
  negated: boolean,
): void {
  if (isCondition(clause) && clause.measure.fn === 'selection' && (clause.value === true) === negated) {
    throw new InvalidRule(path, 'a selection can only be demanded, neither denied nor made a condition');
  }
  const named = 'rule' in clause ? rules.get(clause.rule) : undefined;
  if (named?.when !== undefined) refuseNegatedSelection(named.when, rules, path, !negated);
  if (named !== undefined) refuseNegatedSelection(named.must, rules, path, negated);
  const turned = 'not' in clause || (isCondition(clause) && clause.value === false);
  for (const part of partsOf(clause)) refuseNegatedSelection(part, rules, path, turned ? !negated : negated);
}
