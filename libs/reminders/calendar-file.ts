import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { momentsOf, type WallTime } from '#libs/calendar';

export interface CalendarEntry {
  readonly milestoneId: string;
  readonly revision: number;
  readonly wall: WallTime;
  readonly title: string;
  readonly website: string | null;
  /** When the file is made (DTSTAMP). */
  readonly madeAt: Date;
}

const DAY_SECONDS = 24 * 3600;
/** A whole day begins at midnight: nine in the morning of the day before. */
const MORNING_BEFORE_SECONDS = 15 * 3600;

/**
 * The date as an iCalendar file: one event a milestone, whatever becomes of its date (UID), a newer date replacing an
 * older one (SEQUENCE), with an alarm the day before. Times are UTC; a whole day is a date.
 */
export function calendarFile({ milestoneId, revision, wall, title, website, madeAt }: CalendarEntry): string {
  const wholeDay = wall.precision === 'DAY';
  const calendar = ical({ prodId: '//Verbond//Reminders//EN', method: ICalCalendarMethod.PUBLISH });
  const event = calendar.createEvent({
    id: `${milestoneId}@verbond`,
    sequence: revision,
    stamp: madeAt,
    start: wholeDay ? new Date(`${wall.local}T00:00:00Z`) : momentsOf(wall).end,
    allDay: wholeDay,
    summary: title,
    url: website,
  });
  event.createAlarm({
    type: ICalAlarmType.display,
    description: title,
    triggerBefore: wholeDay ? MORNING_BEFORE_SECONDS : DAY_SECONDS,
  });
  return calendar.toString();
}
