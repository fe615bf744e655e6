import type { EligibilityCall } from '../eligibility-call.js';
import { moved, unknownDays, type Days } from '../facts/days.js';
import type { GroupField } from '../facts/fields.js';
import type { RuleValue } from '../language/rule.js';
import { isRelativeDate, namesIn } from '../language/values.js';
import type { Test } from './seat.js';

/** What a filter of a rule is read in. */
export interface Context {
  readonly call: EligibilityCall;
  /** When designations and country sets are asked. */
  readonly days: Days;
  /** Whether a member is like the coordinator in a field, once there is a coordinator to compare with. */
  readonly likeCoordinator: ReadonlyMap<GroupField, Test>;
}

const SUBMISSION = 'SUBMISSION';

export function contextOf(call: EligibilityCall, at = SUBMISSION): Context {
  return { call, days: daysOf(call, at), likeCoordinator: new Map() };
}

function daysOf({ milestones = {} }: EligibilityCall, milestone: string): Days {
  const name = `milestone:${milestone}`;
  const days = Object.hasOwn(milestones, milestone) ? milestones[milestone] : undefined;
  return days === undefined ? unknownDays(name) : { ...days, name };
}

/** A day of a rule, exact or as far as its milestone is known. */
export function dayOf(call: EligibilityCall, value: RuleValue): Days {
  if (!isRelativeDate(value)) {
    const [day = ''] = namesIn(value);
    return { earliest: day, latest: day, name: 'milestone' };
  }
  const days = daysOf(call, value.milestone);
  return { ...days, earliest: moved(days.earliest, value.offset), latest: moved(days.latest, value.offset) };
}
