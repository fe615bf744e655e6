import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { InvalidInput, NotFound, Unauthenticated } from '#libs/platform';
import { DemoClock } from './demo-clock.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { SavedSearches } from './saved-searches.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

let room: Room;
let nel: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T10:00:00Z');
  nel = await room.person('Nel', 'nl');
  await room.database.query(`INSERT INTO themes (id, labels, position) VALUES ('work', '{"nl": "Werk"}', 1), ('work.young', '{}', 2), ('food', '{}', 3)`);
  await callOn('OLD', 'work');
});
afterEach(() => room.close());

async function callOn(code: string, theme: string, closes = '2023-11-30T17:00'): Promise<void> {
  const call = await room.call(code, { nl: `Oproep ${code}` });
  await room.database.query('INSERT INTO call_themes VALUES ($1, $2)', [call.callId, theme]);
  await room.milestone(call, 'SUBMISSION', closes);
}
const save = (theme: string | null = 'work', programme: string | null = null) => room.get(SavedSearches).save(nel, { theme, programme });
const advance = async (to: string): Promise<void> => {
  await room.get(RemindersProcessor).process({ name: 'tick' });
  await room.get(DemoClock).advance(new Date(to));
};
const subjects = async (): Promise<(string | undefined)[]> => (await room.mails()).map(({ subject }) => subject);

it('tells of new calls alone, each once, however many searches find it', async () => {
  const search = await save();
  expect(search.callIds).toEqual(['OLD']);
  expect(await save()).toEqual(search);
  await save(null, 'ESF');
  await callOn('NEW', 'work.young');
  await callOn('ELSEWHERE', 'food', '2023-08-01T17:00'); // closed already
  await advance('2023-09-05T12:00:00Z');
  await advance('2023-09-20T12:00:00Z');
  expect(await subjects()).toEqual(['Nieuw voor uw zoekopdracht: Oproep NEW']);
  const [mail] = await room.mails();
  expect(mail?.text).toContain('De oproep “Oproep NEW” is nieuw, en past bij uw zoekopdracht: Werk.');
  expect(mail?.text).toContain('Wanneer: donderdag 30 november 2023, 17:00 Brussel');
  expect((await room.get(SavedSearches).ofViewer(nel)).map(({ callIds }) => callIds)).toEqual([['NEW', 'OLD'], ['NEW', 'OLD']]);
});

it('lets a single call be dropped for good, from its mail: looking at the link does not', async () => {
  await save();
  await callOn('NEW', 'work');
  await advance('2023-09-05T12:00:00Z');
  const url = new URL(/https:\S+\/drop\/\S+/.exec((await room.mails())[0]?.text ?? '')?.[0] ?? '').pathname;
  const found = async () => (await room.get(SavedSearches).ofViewer(nel))[0]?.callIds;
  expect((await room.app.inject({ url })).body).toContain('Geen zoekopdracht meldt u “Oproep NEW” nog.');
  expect(await found()).toEqual(['NEW', 'OLD']);
  for (let again = 0; again < 2; again += 1) expect((await room.app.inject({ method: 'POST', url })).statusCode).toBe(200);
  expect(await found()).toEqual(['OLD']);
  await save(null, 'ESF'); // another search does not bring it back
  expect((await room.get(SavedSearches).ofViewer(nel)).at(-1)?.callIds).toEqual(['OLD']);
  expect((await room.app.inject({ url: url.replace('NEW', 'NONE') })).statusCode).toBe(404);
});

it('is silent on what is followed anyway, and when it has ended before the mail left', async () => {
  const { id } = await save();
  await room.setClock('2023-09-04T21:00:00Z');
  await callOn('NEW', 'work');
  await callOn('NEXT', 'work');
  await room.get(RemindersProcessor).process({ name: 'tick' });
  await room.get(SubscriptionsService).subscribe(nel, { callId: 'NEW' });
  expect(await room.get(SavedSearches).end(nel, id)).toMatchObject({ endedAt: expect.any(Date) as unknown });
  await advance('2023-09-05T12:00:00Z');
  expect(await subjects()).toEqual([]);
  expect((await room.ledger()).filter(({ offset }) => offset === 'FOUND').map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED']);
});

it('is a matter of the person alone, and searches for something', async () => {
  const { id } = await save();
  const searches = room.get(SavedSearches);
  await expect(searches.end(await room.person('Other'), id)).rejects.toThrow(NotFound);
  await expect(searches.save(ANONYMOUS, { theme: 'work', programme: null })).rejects.toThrow(Unauthenticated);
  await expect(save(null)).rejects.toThrow(InvalidInput);
  await expect(save('nothing')).rejects.toMatchObject({ field: 'theme' });
});
