import { not } from './answer.js';
import { allOf, anyOf, type Amount, type Condition, type Distinct, type Range } from './condition.js';

/** The opposite of a condition, with the negation pushed down to its bounds: not (at least 3) = fewer than 3. */
export function negate(condition: Condition): Condition {
  switch (condition.kind) {
    case 'all':
      return anyOf(condition.of.map(negate));
    case 'any':
      return allOf(condition.of.map(negate));
    case 'amount':
    case 'distinct':
      return outside(condition);
    case 'forEach': {
      const { body, quantifier } = condition;
      return {
        ...condition,
        quantifier: quantifier === 'every' ? 'some' : 'every',
        body: (group) => negate(body(group)),
      };
    }
    case 'concerning':
      return condition.nobody === 'UNKNOWN' ? { ...condition, then: negate(condition.then) } : negate(condition.then);
    case 'fact':
      return { kind: 'fact', of: (project) => not(condition.of(project)) };
    case 'choice':
      throw new TypeError('a choice of members cannot be denied');
  }
}

function outside(condition: Amount | Distinct): Condition {
  const { min, max, open = false } = condition.range;
  const ranges: Range[] = [];
  if (min !== undefined) ranges.push({ max: min, open: !open });
  if (max !== undefined) ranges.push({ min: max, open: !open });
  return anyOf(ranges.map((range) => ({ ...condition, range })));
}
