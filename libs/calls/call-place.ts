import { deriveCallState, type CallState as DerivedState, type DatedMilestone } from '#libs/calendar';
import type { Key } from '#libs/platform';
import { CallState } from './enums.js';

/** A call as far as its place in a list goes. */
export interface DatedCall {
  readonly uuid: string;
  readonly code: string;
  readonly milestones: readonly DatedMilestone[];
}

export interface PlacedCall {
  readonly uuid: string;
  readonly code: string;
  readonly key: Key;
  readonly dates: DerivedState;
}

const RANKS: readonly string[] = Object.values(CallState);
const AFTER_ALL = Number.MAX_SAFE_INTEGER;

/**
 * Where a call stands in a list, best first: OPEN, FORTHCOMING, ANNOUNCED, CLOSED, AWARDED. Within these the soonest to
 * close first; of those that closed, the latest first. Calls without a closing come last, then the code decides.
 */
export function placeOf({ uuid, code, milestones }: DatedCall, now: Date): PlacedCall {
  const dates = deriveCallState(milestones, now);
  const distance = dates.closedSince === undefined ? dates.closesAt?.getTime() : -dates.closedSince.getTime();
  return { uuid, code, dates, key: [RANKS.indexOf(dates.state), distance ?? AFTER_ALL, code] };
}

/** Negative when one comes before the other. */
export function compareKeys(one: Key, other: Key): number {
  for (const [i, part] of one.entries()) {
    const counterpart = other[i];
    if (counterpart === undefined || part === counterpart) continue;
    return part < counterpart ? -1 : 1;
  }
  return 0;
}
