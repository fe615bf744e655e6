import type { RelativeDate, RuleValue } from './rule.js';

/** The names that a rule compares with: one, or a list. */
export const namesIn = (value: RuleValue): string[] => entriesOf(value).map(String);

/** The numbers that a rule compares with: one, or a list. */
export const numbersIn = (value: RuleValue): number[] => entriesOf(value).map(Number);

function entriesOf(value: RuleValue): readonly (string | number | boolean)[] {
  if (typeof value !== 'object') return [value];
  return isRelativeDate(value) ? [] : value;
}

export const isRelativeDate = (value: RuleValue): value is RelativeDate =>
  typeof value === 'object' && 'milestone' in value;
