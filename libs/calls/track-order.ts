import { momentsOf, type WallTime } from '#libs/calendar';

/** A date as far as the order of a call and its tracks goes. */
export interface OrderedDate {
  readonly kind: string;
  /** Null for a date of the call itself. */
  readonly trackUuid: string | null;
  readonly wall: WallTime;
}

/**
 * The dates of tracks that do not end before the call's last submission. A vague date is late only when all of it is;
 * a call without a submission has no late dates.
 */
export function lateTrackDates<T extends OrderedDate>(dates: readonly T[]): T[] {
  const submissions = dates.filter(({ kind, trackUuid }) => kind === 'SUBMISSION' && trackUuid === null);
  if (submissions.length === 0) return [];
  const closing = Math.max(...submissions.map(({ wall }) => momentsOf(wall).end.getTime()));
  return dates.filter((date) => date.trackUuid !== null && earliestEnd(date.wall) >= closing);
}

function earliestEnd(wall: WallTime): number {
  const { start, end, exact } = momentsOf(wall);
  return (exact ? end : start).getTime();
}
