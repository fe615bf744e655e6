import type { Days } from '../facts/days.js';
import type { Designation, MemberFacts } from '../facts/member-facts.js';
import { any, NO, unknown, YES, type Answer } from './answer.js';

/** Whether it holds a designation in those days, of any scope when none is asked: MANAGING_AUTHORITY:ESF covers …:BE2. */
export function holdsDesignation({ designations }: MemberFacts, wanted: string, days: Days): Answer {
  return any(designations.map((held) => holds(held, wanted, days)));
}

function holds(held: Designation, wanted: string, days: Days): Answer {
  const { name, from = '', to = '9' }: Exclude<Designation, string> = typeof held === 'string' ? { name: held } : held;
  if (name !== wanted && !name.startsWith(`${wanted}:`)) return NO;
  if (from <= days.earliest && days.latest <= to) return YES;
  return from <= days.latest && days.earliest <= to ? unknown(days.name) : NO;
}
