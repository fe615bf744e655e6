import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator';
import { momentsOf, type WallTime } from '#libs/calendar';

export interface CalendarEntry {
  readonly subjectId: string;
  readonly revision: number;
  readonly wall: WallTime;
  readonly title: string;
  readonly website: string | null;
  /** When the file is made (DTSTAMP). */
  readonly madeAt: Date;
  readonly withdrawn: boolean;
}

const DAY_SECONDS = 24 * 3600;
/** A whole day begins at midnight: nine in the morning of the day before. */
const MORNING_BEFORE_SECONDS = 15 * 3600;

/**
 * Dates as an iCalendar file: one event a subject, whatever becomes of its date (UID), a newer date replacing an older one
 * (SEQUENCE), with an alarm the day before; a withdrawn one is cancelled. Times are UTC; a whole day is a date.
 * @param name of the calendar, where it is one to subscribe to
 */
export function calendarFile(entries: readonly CalendarEntry[], name?: string): string {
  const calendar = ical({ prodId: '//Verbond//Reminders//EN', method: ICalCalendarMethod.PUBLISH, ...(name !== undefined && { name }) });
  for (const entry of entries) addEvent(calendar, entry);
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, { subjectId, revision, wall, title, website, madeAt, withdrawn }: CalendarEntry): void {
  const wholeDay = wall.precision === 'DAY';
  const event = calendar.createEvent({
    id: `${subjectId}@verbond`,
    sequence: revision,
    stamp: madeAt,
    start: wholeDay ? new Date(`${wall.local}T00:00:00Z`) : momentsOf(wall).end,
    allDay: wholeDay,
    summary: title,
    url: website,
    ...(withdrawn && { status: ICalEventStatus.CANCELLED }),
  });
  event.createAlarm({
    type: ICalAlarmType.display,
    description: title,
    triggerBefore: wholeDay ? MORNING_BEFORE_SECONDS : DAY_SECONDS,
  });
}
