import { deliveryTime, planReminders, type PlannedReminder, type ReminderRule, type WallTime } from '#libs/calendar';
import { isDeadline } from './kinds.js';

/** The one offset that is no length of time: when the milestone before this one has closed. */
const PRECEDING_CLOSES = 'PRECEDING_CLOSES';

export interface PlannableMilestone extends WallTime {
  readonly id: string;
  readonly kind: string;
  readonly endsAt: Date;
  /** When the milestone before it closes, for rules that wait for that. */
  readonly precedingEndsAt: Date | null;
}

/** The reminders of one milestone for readers in one zone, in order of time, past ones too. */
export function planOf(milestone: PlannableMilestone, readerZone: string, rules: readonly ReminderRule[]): PlannedReminder[] {
  const timed = rules.filter(({ offset }) => offset !== PRECEDING_CLOSES);
  const planned = planReminders(milestone, timed, { lastWorkingDay: isDeadline(milestone.kind) });
  if (rules.length > timed.length && milestone.precedingEndsAt !== null) {
    planned.push({ offset: PRECEDING_CLOSES, at: milestone.precedingEndsAt, merged: [] });
  }
  return planned
    .map((reminder) => ({ ...reminder, at: deliveryTime(reminder.at, milestone.endsAt, readerZone) }))
    .sort((one, two) => one.at.getTime() - two.at.getTime());
}
