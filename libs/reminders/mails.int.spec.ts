import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Email } from 'postal-mime';
import { DemoClock } from './demo-clock.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

const TITLES = { en: 'National competence centres', nl: 'Nationale competentiecentra', fr: 'Centres de compétences nationaux', de: 'Nationale Kompetenzzentren' };

const TOKENS = /[\w-]{64}/g;

let room: Room;
let mails: Email[];

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  await room.database.query(`DELETE FROM reminder_rules WHERE "offset" NOT IN ('P7D', 'P1D')`);
  const call = await room.call('NCC-2023', TITLES);
  const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
  const track = await room.track(call, 'NCC-2023-VL', 'Europa WSE');
  await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
  const subscriptions = room.get(SubscriptionsService);
  const follow = async (name: string, language: string, zone: string, trackId: string | null = null): Promise<void> => {
    await subscriptions.subscribe(await room.person(name, language, zone), { callId: 'NCC-2023', trackId });
  };
  await follow('Nel', 'nl', 'Europe/Brussels', 'NCC-2023-VL');
  await follow('Fien', 'fr', 'Europe/Brussels');
  await follow('Dirk', 'de', 'Europe/Berlin');
  await follow('Aoife', 'en', 'Europe/Dublin');
  const clock = room.get(DemoClock);
  await clock.advance(new Date('2023-10-20T12:00:00Z'));
  await follow('<img src=x onerror=alert(1)>', 'en', 'Europe/Brussels', 'NCC-2023-VL');
  await clock.advance(new Date('2023-11-23T12:00:00Z'));
  await room.move(submission, '2023-12-14T17:00');
  await clock.advance(new Date('2023-12-20T00:00:00Z'));
  mails = await room.mails();
});
afterAll(() => room.close());

/** The mail that somebody got on a day, its unsubscribe token left out. */
function mailOf(name: string, day: string): Email {
  const found = mails.filter(({ to, date }) => to?.[0]?.name === name && date?.startsWith(day));
  expect(found).toHaveLength(1);
  return found[0]!;
}
const textOf = (name: string, day: string): string =>
  (mailOf(name, day).text ?? '').replace(TOKENS, 'TOKEN').trimEnd();

describe('the mails of reminders', () => {
  it('in Dutch', () => {
    expect(textOf('Nel', '2023-10-13')).toMatchInlineSnapshot(`
"Morgen: blijk van interesse – Nationale competentiecentra

Beste Nel,

Een herinnering aan een datum van de oproep “Nationale competentiecentra”: blijk van interesse, morgen.

Wanneer: zaterdag 14 oktober 2023, tot het einde van de dag in Brussel
Oproep: Nationale competentiecentra (NCC-2023)
Website van de oproep: https://calls.example/ncc-2023
Instantie: Europa WSE

-- 
U krijgt deze mail omdat u deze oproep volgt.
Geen mails meer over deze oproep
https://verbond.test/unsubscribe/TOKEN
Instellingen van mijn mails
https://verbond.test/mail-settings/TOKEN"
`);
  });

  it('in French', () => {
    expect(textOf('Fien', '2023-11-23T12')).toMatchInlineSnapshot(`
"Nouvelle date : dépôt des propositions – Centres de compétences nationaux

Bonjour Fien,

Dans l’appel « Centres de compétences nationaux », une date a été déplacée (dépôt des propositions). C’était : jeudi 30 novembre 2023, 17:00 Bruxelles. C’est désormais : jeudi 14 décembre 2023, 17:00 Bruxelles. Ce qui était prévu pour l’ancienne date est annulé.

Quand : jeudi 14 décembre 2023, 17:00 Bruxelles
Appel : Centres de compétences nationaux (NCC-2023)
Site de l’appel : https://calls.example/ncc-2023

-- 
Vous recevez ce courriel parce que vous suivez cet appel.
Ne plus recevoir de courriels sur cet appel
https://verbond.test/unsubscribe/TOKEN
Réglages de mes courriels
https://verbond.test/mail-settings/TOKEN"
`);
  });

  it('in German', () => {
    expect(textOf('Dirk', '2023-12-13')).toMatchInlineSnapshot(`
"Morgen: Einreichung der Anträge – Nationale Kompetenzzentren

Guten Tag Dirk,

Eine Erinnerung an einen Termin des Aufrufs „Nationale Kompetenzzentren“: Einreichung der Anträge, morgen.

Wann: Donnerstag, 14. Dezember 2023, 17:00 Uhr Brüssel
Aufruf: Nationale Kompetenzzentren (NCC-2023)
Website des Aufrufs: https://calls.example/ncc-2023

-- 
Sie erhalten diese E-Mail, weil Sie diesem Aufruf folgen.
Keine E-Mails mehr zu diesem Aufruf
https://verbond.test/unsubscribe/TOKEN
Einstellungen meiner E-Mails
https://verbond.test/mail-settings/TOKEN"
`);
  });

  it('in English, on the reader’s own clock (scenario 11)', () => {
    expect(textOf('Aoife', '2023-12-07')).toMatchInlineSnapshot(`
"In 7 days: submission of proposals – National competence centres

Dear Aoife,

A reminder of a date of the call “National competence centres”: submission of proposals, in 7 days.

When: Thursday 14 December 2023, 16:00 Irish time (17:00 Brussels)
Call: National competence centres (NCC-2023)
Website of the call: https://calls.example/ncc-2023

-- 
You get this mail because you follow this call.
Stop the mails about this call
https://verbond.test/unsubscribe/TOKEN
Settings of my mails
https://verbond.test/mail-settings/TOKEN"
`);
  });

  it('say the same in HTML, in the language that they are marked with, with nothing in them that runs', () => {
    expect(mailOf('Nel', '2023-10-13').html?.replace(TOKENS, 'TOKEN').trimEnd()).toMatchInlineSnapshot(`
"<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>Morgen: blijk van interesse – Nationale competentiecentra</title>
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  body { background: #1c1c1c !important; color: #eeeeee !important }
  a { color: #8fc1ff !important }
  .end { color: #b5b5b5 !important; border-color: #555555 !important }
}
</style>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 sans-serif;color:#1c1c1c;background:#ffffff">
<div role="article" lang="nl" style="max-width:560px;margin:0 auto;overflow-wrap:break-word">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">Morgen: blijk van interesse – Nationale competentiecentra</h1>
<p style="margin:0 0 16px">Beste Nel,</p>
<p style="margin:0 0 16px">Een herinnering aan een datum van de oproep “Nationale competentiecentra”: blijk van interesse, morgen.</p>
<p style="margin:0 0 8px">Wanneer:<br><strong>zaterdag 14 oktober 2023, tot het einde van de dag in Brussel</strong></p>
<p style="margin:0 0 8px">Oproep:<br><strong>Nationale competentiecentra (NCC-2023)</strong></p>
<p style="margin:0 0 8px">Website van de oproep:<br><a href="https://calls.example/ncc-2023" style="color:#0b57a4">https://calls.example/ncc-2023</a></p>
<p style="margin:0 0 8px">Instantie:<br><strong>Europa WSE</strong></p>

<p class="end" style="margin:24px 0 0;padding-top:12px;border-top:1px solid #cccccc;font-size:14px;color:#555555">U krijgt deze mail omdat u deze oproep volgt.<br>
<a href="https://verbond.test/unsubscribe/TOKEN" style="color:#0b57a4">Geen mails meer over deze oproep</a><br>
<a href="https://verbond.test/mail-settings/TOKEN" style="color:#0b57a4">Instellingen van mijn mails</a></p>
</div>
</body>
</html>"
`);
    const markup = mails.find(({ to }) => to?.[0]?.name.startsWith('<img'))!;
    expect(markup.html).toContain('Dear &lt;img src=x onerror=alert(1)&gt;,');
    expect(markup.html).not.toContain('<img');
  });

  it('carry the one-click address of their reader', () => {
    const headers = mailOf('Aoife', '2023-12-07').headers.filter(({ key }) => key.startsWith('list-unsubscribe'));
    expect(headers.map(({ originalKey, value }) => [originalKey, value.replace(/[\w-]{64}/, 'TOKEN')])).toEqual([
      ['List-Unsubscribe', '<https://verbond.test/unsubscribe/TOKEN>'],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ]);
  });

  it('bring the date as a calendar entry, a moved date in the place of the old one', () => {
    const entryOf = (mail: Email) => {
      const content = new TextDecoder().decode(mail.attachments[0]!.content as ArrayBuffer);
      return new ICAL.Event(new ICAL.Component(ICAL.parse(content) as unknown[]).getFirstSubcomponent('vevent')!);
    };
    const before = entryOf(mailOf('Aoife', '2023-11-23T08'));
    const after = entryOf(mailOf('Aoife', '2023-11-23T12'));
    expect(before.startDate.toJSDate().toISOString()).toBe('2023-11-30T16:00:00.000Z');
    expect(after.startDate.toJSDate().toISOString()).toBe('2023-12-14T16:00:00.000Z');
    expect([before.sequence, after.sequence]).toEqual([1, 2]);
    expect(after.uid).toBe(before.uid);
  });

  it('are there to look at in the demo', async () => {
    const list = await room.app.inject('/mail');
    expect(list.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(list.body.match(/<li>/g)).toHaveLength(mails.length);
    const file = /\/mail\/[0-9a-f]{64}\.eml/.exec(list.body)![0];
    expect((await room.app.inject(file)).body).toContain('<iframe sandbox=""');
    expect((await room.app.inject(`${file}/0`)).body).toMatch(/^BEGIN:VCALENDAR/);
    expect((await room.app.inject(`${file}.exe`)).statusCode).toBe(404);
  });
});
