import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { DemoClock } from './demo-clock.service.js';
import { ExplanationsService } from './explanations.service.js';
import { MailSettingsService } from './mail-settings.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { RemindersService } from './reminders.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

let room: Room;
let call: Awaited<ReturnType<Room['call']>>;

beforeEach(async () => {
  room = await Room.open('2023-09-04T10:00:00Z');
  await room.database.query('DELETE FROM reminder_rules');
  call = await room.call('ESF-NL-SITS', { nl: 'Sociale innovatie', en: 'Social innovation' });
  await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
});
afterEach(() => room.close());

const advance = (to: string): Promise<void> => room.get(DemoClock).advance(new Date(to));
const follow = (viewer: Viewer, trackId: string | null = null) => room.get(SubscriptionsService).subscribe(viewer, { callId: 'ESF-NL-SITS', trackId });
const subjects = async (): Promise<string[]> => (await room.mails()).map(({ to, subject }) => `${to?.[0]?.name ?? ''}: ${subject ?? ''}`);

describe('a call that was changed', () => {
  it('is told once a publication to whoever follows it, in their language, with the officer’s reason and what is announced', async () => {
    const track = await room.track(call, 'SITS-VL', 'agency');
    await follow(await room.person('Nel', 'nl'));
    await follow(await room.person('Tom'), 'SITS-VL');
    await room.setClock('2023-09-05T10:00:00Z');
    await room.database.query(`UPDATE calls SET facts = '{"announcements": [{"key": "faq", "title": {"nl": "Vragen", "en": "Questions"}, "text": {"en": "Answered."}}]}'`);
    await room.database.query(`UPDATE tracks SET facts = '{"announcements": [{"key": "hall", "title": {"en": "Another hall"}}]}'`);
    await room.publish(call, 'Besluit van 4 september', 'rules.lead.must.value', 'announcements.faq', 'milestones.submission.local', 'summary');
    await room.publish(call, 'The hall was too small', 'tracks.SITS-VL.announcements', 'tracks.SITS-VL.territory');
    await follow(await room.person('Late'));
    await advance('2023-09-05T12:00:00Z');
    await room.get(RemindersProcessor).process({ data: { callId: track.callId } });
    await advance('2023-09-06T12:00:00Z');
    expect(await subjects()).toEqual([
      'Nel: Gewijzigd: Sociale innovatie', 'Tom: Changed: Social innovation', 'Tom: Changed: Social innovation',
    ]);
    const [nel, ...toms] = await room.mails();
    expect(nel?.text?.replace(/[\w-]{64}/g, 'TOKEN').trimEnd()).toBe(`Gewijzigd: Sociale innovatie

Beste Nel,

De oproep “Sociale innovatie” die u volgt, is gewijzigd: de regels en berichten.

Bericht: Vragen – Answered.
Waarom: Besluit van 4 september
Oproep: Sociale innovatie (ESF-NL-SITS)
Website van de oproep: https://calls.example/esf-nl-sits

-- 
U krijgt deze mail omdat u deze oproep volgt.
Geen mails meer over deze oproep
https://verbond.test/unsubscribe/TOKEN
Instellingen van mijn mails
https://verbond.test/mail-settings/TOKEN`);
    const viewer: Viewer = { personId: (await room.database.query<[{ id: string }]>(`SELECT id FROM people WHERE name = 'Nel'`))[0].id, administrator: false, mandates: [] };
    const { nodes: [notice] } = await room.get(RemindersService).ofViewer(viewer, { first: 1, after: null });
    expect(notice).toMatchObject({ subject: 'ESF-NL-SITS', kind: 'CALL', offset: 'CHANGED', revision: 1, state: 'SENT' });
    const explained = await room.get(ExplanationsService).explain(viewer, notice?.id ?? '');
    expect(explained).toMatchObject({ deadline: null, currentRevision: null, attempts: 1 });
    expect(toms.some(({ text }) => text?.includes('Announcement: Another hall'))).toBe(true);
  });

  it('is not told to whoever stopped following, nor of words that were put better', async () => {
    await room.track(call, 'SITS-VL', 'agency');
    const { id } = await follow(await room.person('Nel'));
    const nel: Viewer = { personId: (await room.database.query<[{ id: string }]>('SELECT id FROM people'))[0].id, administrator: false, mandates: [] };
    await room.setClock('2023-09-05T21:00:00Z'); // quiet hours
    await room.publish(call, 'Better words', 'title.en', 'summary', 'tracks.SITS-VL.announcements.x');
    await room.publish(call, 'More money', 'budgetEur.value');
    await room.get(RemindersProcessor).process({ name: 'tick' });
    expect((await room.ledger()).map(({ offset, at, state }) => `${offset} ${at} ${state}`)).toEqual(['CHANGED 2023-09-06T05:00Z DUE']);
    await room.get(SubscriptionsService).unsubscribe(nel, id);
    await advance('2023-09-07T00:00:00Z');
    expect((await room.ledger()).map(({ state, reason }) => `${state} ${reason ?? ''}`)).toEqual(['SKIPPED unsubscribed']);
  });
});

describe('new rules (scenario 12)', () => {
  const lead = (types: string[]) => JSON.stringify([{
    id: 'lead', severity: 'MANDATORY', level: 'coordinator', message: { en: 'Who may lead.' },
    measure: { fn: 'field', field: 'eligibleAs' }, op: 'in', value: types.map((type) => `TYPE:${type}`),
  }]);
  const rules = (version: number, types: string[]) => room.database.query(
    'INSERT INTO rulesets (call_id, version, rules, published_on) SELECT $1, $2, $3, verbond_now()::date', [call.callId, version, lead(types)],
  );
  const organisation = async (code: string, type: string, theme: string): Promise<Viewer> => {
    const id = await room.one(`INSERT INTO organisations (code, name, country, type, source) VALUES ($1, $1, 'NL', $2, 'test')`, code, type);
    await room.database.query(`INSERT INTO interests (organisation_id, theme_id, direction) VALUES ($1, $2, 'OFFERS')`, [id, theme]);
    const person = await room.person(`Of ${code}`);
    await room.database.query(`INSERT INTO roles VALUES ($1, 'MEMBER', $2)`, [person.personId, id]);
    return person;
  };
  const plan = () => room.get(RemindersProcessor).process({ name: 'plan', data: { callId: call.callId } });

  beforeEach(async () => {
    await room.database.query(`INSERT INTO themes (id, labels, position) VALUES ('work', '{}', 1), ('work.young', '{}', 2), ('food', '{}', 3)`);
    await room.database.query(`INSERT INTO call_themes VALUES ($1, 'work')`, [call.callId]);
    await rules(1, ['MUNICIPALITY']);
  });

  it('are told once to organisations with fitting themes that they let in, and to nobody else', async () => {
    await organisation('school', 'SCHOOL', 'work.young');
    await organisation('kitchen', 'SCHOOL', 'food');
    await organisation('town', 'MUNICIPALITY', 'work');
    const shy = await organisation('shy', 'SCHOOL', 'work');
    await room.database.query('INSERT INTO mail_wishes (person_id, opportunities) VALUES ($1, false)', [shy.personId]);
    await plan();
    expect(await room.ledger()).toEqual([]);
    await rules(2, ['MUNICIPALITY', 'SCHOOL']);
    for (let again = 0; again < 2; again += 1) await plan();
    await advance('2023-09-06T00:00:00Z');
    await plan();
    expect(await subjects()).toEqual(['Of school: You may now lead: Social innovation']);
    const [mail] = await room.mails();
    expect(mail?.text).toContain('New rules (version 2) of the call “Social innovation”: school may now lead an application.');
    expect(mail?.text).toContain('When: Thursday 30 November 2023, 17:00 Brussels');
    const stop = mail?.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
    expect(stop).toMatch(/^<https:\/\/verbond\.test\/mail-settings\/[\w-]{64}\/opportunities>$/);
    expect((await room.app.inject({ method: 'POST', url: new URL(stop.slice(1, -1)).pathname })).statusCode).toBe(200);
    await rules(3, ['MUNICIPALITY']);
    await plan();
    expect(await room.ledger()).toHaveLength(1);
  });

  it('are told by the hourly plan where the job of the publication was lost, and it puts nothing off', async () => {
    await organisation('school', 'SCHOOL', 'work');
    await rules(2, ['MUNICIPALITY', 'SCHOOL']);
    await room.plan();
    const planned = await room.ledger();
    expect(planned).toMatchObject([{ person: 'Of school', offset: 'NOW_ELIGIBLE', state: 'DUE' }]);
    await room.setClock('2023-09-04T09:00:00Z');
    await room.plan();
    expect(await room.ledger()).toEqual(planned);
  });

  it('tell those whom they shut out, and are not told once they are no longer the last', async () => {
    await organisation('town', 'MUNICIPALITY', 'work');
    await room.setClock('2023-09-04T21:00:00Z');
    await rules(2, ['SCHOOL']);
    await plan();
    await rules(3, ['SCHOOL', 'MUNICIPALITY']);
    await plan();
    await advance('2023-09-06T00:00:00Z');
    expect((await room.ledger()).map(({ revision, state }) => `${revision} ${state}`)).toEqual(['2 SKIPPED', '3 SENT']);
    expect(await subjects()).toEqual(['Of town: You may now lead: Social innovation']);
  });
});

describe('the settings of somebody’s mails', () => {
  it('need no sign-in: looking changes nothing, saving does, and one click stops all', async () => {
    const nel = await room.person('Nel', 'nl');
    await room.call('OTHER', { nl: 'Iets <anders>' });
    await follow(nel);
    await room.get(SubscriptionsService).subscribe(nel, { callId: 'OTHER' });
    await room.setClock('2023-09-05T10:00:00Z');
    await room.track(call, 'SITS-VL', 'agency');
    await room.publish(call, 'Meer geld', 'budgetEur.value');
    await advance('2023-09-05T12:00:00Z');
    const [mail] = await room.mails();
    const url = new URL(/https:\S+mail-settings\/\S+/.exec(mail?.text ?? '')?.[0] ?? '').pathname;
    const shown = await room.app.inject({ url });
    expect(shown.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(shown.body).toContain('<label><input type="checkbox" name="call" value="OTHER" checked> Iets &lt;anders&gt;</label>');
    expect((await room.app.inject({ url: `${url}/all` })).body).toContain('<button>Stop deze mails</button>');
    const settings = room.get(MailSettingsService);
    const token = url.split('/').at(-1) ?? '';
    expect(await settings.read(token)).toMatchObject({ digest: false, opportunities: true, calls: [{ callCode: 'ESF-NL-SITS' }, { callCode: 'OTHER' }] });

    const post = (payload: string, at = url) => room.app.inject({ method: 'POST', url: at, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect((await post('digest=on&call=OTHER')).body).toContain('Uw instellingen zijn bewaard.');
    expect(await settings.read(token)).toMatchObject({ digest: true, opportunities: false, calls: [{ callCode: 'OTHER' }] });
    for (let again = 0; again < 2; again += 1) expect((await post('List-Unsubscribe=One-Click', `${url}/all`)).statusCode).toBe(200);
    expect(await settings.read(token)).toMatchObject({ digest: true, calls: [] });
    for (const wrong of [`${url.slice(0, -2)}xx`, `${url}/nothing`]) expect((await post('', wrong)).statusCode).toBe(404);
  });
});
