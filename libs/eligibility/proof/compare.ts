import type { Days } from '../facts/days.js';
import type { Comparison, Operator } from '../language/rule.js';
import { numbersIn } from '../language/values.js';
import { isTrue, NO, unknown, YES, type Answer } from './answer.js';
import type { Range } from './condition.js';

/** Amounts are in cents and counts at most thousands; this is far below either and far above rounding. */
const TOLERANCE = 1e-6;

/** The ranges of which one must hold a number: `in [2, 4]` has two. Those of `!=` and `notIn` must not. */
export function rangesOf({ op, value }: Comparison): { readonly ranges: readonly Range[]; readonly denied: boolean } {
  const numbers = numbersIn(value);
  const [first = 0, second = first] = numbers;
  const denied = op === '!=' || op === 'notIn';
  if (op === '>=') return { ranges: [{ min: first }], denied };
  if (op === '<=') return { ranges: [{ max: first }], denied };
  if (op === 'between') return { ranges: [{ min: first, max: second }], denied };
  return { ranges: numbers.map((number) => ({ min: number, max: number })), denied };
}

export function isAbove(number: number, { min, open }: Range): boolean {
  return min === undefined || (open ? number > min + TOLERANCE : number >= min - TOLERANCE);
}

export function isBelow(number: number, { max, open }: Range): boolean {
  return max === undefined || (open ? number < max - TOLERANCE : number <= max + TOLERANCE);
}

/** Whether a number that lies between two bounds is in a range. */
export function within(low: number, high: number, range: Range): boolean | undefined {
  if (!isAbove(high, range) || !isBelow(low, range)) return false;
  return isAbove(low, range) && isBelow(high, range) ? true : undefined;
}

export function compareNumber(number: number, comparison: Comparison): Answer {
  const { ranges, denied } = rangesOf(comparison);
  return isTrue(ranges.some((range) => within(number, number, range) === true) !== denied);
}

/** Whether a day is on or after, or on or before, one that may be fuzzy. */
export function compareDay(day: string, op: Operator, { earliest, latest, name }: Days): Answer {
  const sure = op === '>=' ? day >= latest : day <= earliest;
  const possible = op === '>=' ? day >= earliest : day <= latest;
  return sure ? YES : possible ? unknown(name) : NO;
}
