import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { momentsOf, parseWallTime } from '#libs/calendar';
import { calendarFile } from './calendar-file.js';

const entry = (local: string, zone: string, revision = 1) => ({
  subjectId: '018f0000-0000-7000-8000-000000000001',
  revision,
  wall: parseWallTime(local, zone),
  title: 'Indiening; oproep, “Łódź”: een titel die langer is dan de vijfenzeventig tekens van een regel',
  website: 'https://call.example/ncc',
  madeAt: new Date('2023-11-29T08:00:00Z'),
  withdrawn: false,
});

/** Read by another implementation than the one that wrote it. */
function read(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent')!;
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('the calendar file', () => {
  it.each([
    ['2023-11-30T17:00', 'Europe/Brussels', '2023-11-30T16:00:00.000Z'],
    ['2023-10-13T17:00', 'Europe/Brussels', '2023-10-13T15:00:00.000Z'],
    ['2023-03-26T02:30', 'Europe/Brussels', '2023-03-26T01:30:00.000Z'],
    ['2023-10-29T02:30', 'Europe/Brussels', '2023-10-29T00:30:00.000Z'],
    ['2023-11-30T17:00', 'Pacific/Auckland', '2023-11-30T04:00:00.000Z'],
  ])('tells %s in %s as that instant', (local, zone, instant) => {
    const given = entry(local, zone);
    const { calendar, event } = read(calendarFile([given]));
    expect(event.startDate.toJSDate().toISOString()).toBe(instant);
    expect(event.startDate.toJSDate()).toEqual(momentsOf(given.wall).end);
    expect(event.startDate.zone.tzid).toBe('UTC');
    expect(event.summary).toBe(given.title);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  it('tells a whole day as that day, in whatever zone it is read', () => {
    const { event, component } = read(calendarFile([entry('2023-10-14', 'Europe/Brussels')]));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2023-10-14');
    expect(event.endDate.toString()).toBe('2023-10-15');
    const trigger = component.getFirstSubcomponent('valarm')!.getFirstPropertyValue('trigger') as ICAL.Duration;
    expect(trigger.toSeconds()).toBe(-15 * 3600);
  });

  it('replaces the date that it had before', () => {
    const one = read(calendarFile([entry('2023-10-14', 'Europe/Brussels', 1)]));
    const two = read(calendarFile([entry('2023-10-16', 'Europe/Brussels', 2)]));
    expect(two.event.uid).toBe(one.event.uid);
    expect([one.event.sequence, two.event.sequence]).toEqual([1, 2]);
  });
});
