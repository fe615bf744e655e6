import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AccountsService, ANONYMOUS, type Role, type Viewer } from '#libs/accounts';
import { BUNDLED_DATA, directoryFormats, importFiles, OrganisationsService, ThemesService } from '#libs/directory';
import { Clock, Conflict, connect, copyOfTemplate, Forbidden, NotFound, Unauthenticated } from '#libs/platform';
import { callFormats } from '../import/index.js';
import { EventsService } from './events.service.js';

type Person = Viewer & { personId: string };

let database: DataSource;
let drop: () => Promise<void>;
let clock: Clock;
let events: EventsService;
let meeting: string;
let nel: Person;
let officer: Person;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  database = await connect(copy.url);
  await importFiles(database, [path.join(BUNDLED_DATA, 'domain')], [...directoryFormats, ...callFormats]);
  clock = new Clock(database);
  events = new EventsService(database, clock, new OrganisationsService(database, new ThemesService(database)));
  meeting = (await database.query<[{ id: string }]>(`SELECT id FROM milestones WHERE key = 'info-meeting'`))[0].id;
  nel = await person('vives', 'MEMBER');
  officer = await person('europa-wse', 'PROGRAMME_OFFICER');
});
afterAll(async () => {
  await database.destroy();
  await drop();
});
beforeEach(async () => {
  await clock.set(new Date('2023-09-10T08:00:00Z'));
  await database.query('DELETE FROM event_signups');
});

let people = 0;
async function person(organisation: string, role: Exclude<Role, 'ADMINISTRATOR'>): Promise<Person> {
  const email = `guest-${(people += 1)}@events.example`;
  const personId = await new AccountsService(database).register({ name: `Guest ${people}`, email, language: 'nl', zone: 'Europe/Brussels' });
  const [{ id: organisationId }] = await database.query<[{ id: string }]>('SELECT id FROM organisations WHERE code = $1', [organisation]);
  return { personId, administrator: false, mandates: [{ organisationId, role }] };
}

describe('an event', () => {
  it('takes sign-ups, once each, and cancellations, until it is over', async () => {
    await events.signUp(nel, meeting, 'vives');
    expect(await events.signUp(nel, meeting, 'vives')).toMatchObject({ personId: nel.personId, cancelledAt: null, attended: null });
    expect(await events.cancel(nel, meeting, 'vives')).toMatchObject({ cancelledAt: expect.any(Date) });
    await clock.set(new Date('2023-09-18T21:59:00Z'));
    expect(await events.signUp(nel, meeting, 'vives')).toMatchObject({ cancelledAt: null });
    expect(await events.mine(nel)).toHaveLength(1);
    await clock.set(new Date('2023-09-18T22:00:00Z'));
    await expect(events.signUp(nel, meeting, 'vives')).rejects.toThrow(new Conflict('The event is over.'));
    await expect(events.cancel(nel, meeting, 'vives')).rejects.toThrow(Conflict);
  });

  it('is listed for the officers of its body, who note who was there', async () => {
    const bea = await person('stad-mechelen', 'MEMBER');
    await events.signUp(nel, meeting, 'vives');
    await events.signUp(bea, meeting, 'stad-mechelen');
    const there = [{ organisationId: 'vives', personId: nel.personId, attended: true }];
    await expect(events.noteAttendance(officer, meeting, there)).rejects.toThrow(Conflict);
    await clock.set(new Date('2023-09-18T12:00:00Z'));
    const noted = await events.noteAttendance(officer, meeting, [...there, { organisationId: 'stad-mechelen', personId: bea.personId, attended: false }]);
    expect(noted.map(({ personId, attended }) => [personId, attended])).toEqual([[nel.personId, true], [bea.personId, false]]);
    await expect(events.noteAttendance(officer, meeting, [{ ...there[0]!, organisationId: 'stad-gent' }])).rejects.toThrow(NotFound);
    for (const other of [nel, await person('esfa-lt', 'PROGRAMME_OFFICER')]) await expect(events.signUps(other, meeting)).rejects.toThrow(Forbidden);
  });

  it('is for people who come for an organisation of theirs, and is a date of that kind', async () => {
    await expect(events.signUp(ANONYMOUS, meeting, 'vives')).rejects.toThrow(Unauthenticated);
    await expect(events.signUp(nel, meeting, 'stad-gent')).rejects.toThrow(Forbidden);
    await expect(events.signUp(nel, meeting, 'nobody')).rejects.toThrow(NotFound);
    await expect(events.cancel(nel, meeting, 'vives')).rejects.toThrow(NotFound);
    const [{ id: gate }] = await database.query<[{ id: string }]>(`SELECT id FROM milestones WHERE kind = 'EXPRESSION_OF_INTEREST'`);
    for (const id of [gate, 'no-id']) await expect(events.signUp(nel, id, 'vives')).rejects.toThrow(NotFound);
  });
});
