import { deliveryTime, digestTime, planReminders, type PlannedReminder, type ReminderRule, type WallTime } from '#libs/calendar';
import { isDeadline } from './kinds.js';

/** The one offset that is no length of time: when the date before this one has closed. */
const PRECEDING_CLOSES = 'PRECEDING_CLOSES';

export interface PlannableSubject extends WallTime {
  readonly id: string;
  readonly kind: string;
  readonly endsAt: Date;
  /** When the date before it closes, for rules that wait for that. */
  readonly precedingEndsAt: Date | null;
}

/** How the mornings and quiet hours of some readers are. */
export interface ReaderHours {
  readonly zone: string;
  /** Whether they want one mail a day. */
  readonly digest: boolean;
}

/** When a message about something that ends then reaches such readers. */
export const arrivalTime = (at: Date, end: Date, { zone, digest }: ReaderHours): Date =>
  digest ? digestTime(at, end, zone) : deliveryTime(at, end, zone);

/** The reminders of one date for such readers, in order of time, past ones too. */
export function planOf(subject: PlannableSubject, readers: ReaderHours, rules: readonly ReminderRule[]): PlannedReminder[] {
  const timed = rules.filter(({ offset }) => offset !== PRECEDING_CLOSES);
  const planned = planReminders(subject, timed, { lastWorkingDay: isDeadline(subject.kind) });
  if (rules.length > timed.length && subject.precedingEndsAt !== null) {
    planned.push({ offset: PRECEDING_CLOSES, at: subject.precedingEndsAt, merged: [] });
  }
  return planned
    .map((reminder) => ({ ...reminder, at: arrivalTime(reminder.at, subject.endsAt, readers) }))
    .sort((one, two) => one.at.getTime() - two.at.getTime());
}
