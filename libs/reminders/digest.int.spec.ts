import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { MailProcessor } from '#libs/mail';
import { DemoClock } from './demo-clock.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

let room: Room;
let nel: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T10:00:00Z');
  nel = await room.person('Nel', 'nl');
  await room.database.query(`DELETE FROM reminder_rules WHERE "offset" NOT IN ('P7D', 'P1D', 'PT4H')`);
  for (const code of ['A', 'B', 'C']) {
    await room.milestone(await room.call(code, { nl: `Oproep ${code}` }), 'SUBMISSION', '2023-11-30T17:00');
    await room.get(SubscriptionsService).subscribe(nel, { callId: code });
  }
  await wishDigest();
});
afterEach(() => room.close());

const wishDigest = async (): Promise<void> => {
  await room.database.query('INSERT INTO mail_wishes (person_id, digest) SELECT id, true FROM people');
  await room.get(RemindersProcessor).process({ name: 'tick' });
};
const advance = (to: string): Promise<void> => room.get(DemoClock).advance(new Date(to));
const states = async (): Promise<Record<string, number>> => {
  const told: Record<string, number> = {};
  for (const { offset, state, reason } of await room.ledger()) {
    const key = [offset, state, reason].filter((part) => part !== null).join(' ');
    told[key] = (told[key] ?? 0) + 1;
  }
  return told;
};

it('is one mail for all that is due in a day, with the end of them all, and the date of each', async () => {
  await advance('2023-11-23T12:00:00Z');
  const mails = await room.mails();
  expect(mails.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^3 berichten: Over 7 dagen: indienen van voorstellen – Oproep [ABC]$/)]);
  expect(mails[0]?.text?.match(/^\* .+/gm)?.toSorted()).toEqual(['A', 'B', 'C'].map((code) => `* Over 7 dagen: indienen van voorstellen – Oproep ${code}`));
  expect(mails[0]?.attachments).toHaveLength(3);
  expect(mails[0]?.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toMatch(/\/mail-settings\/[\w-]{64}\/all>$/);
  expect(await states()).toMatchObject({ 'P7D SENT': 1, 'P7D SKIPPED told in one mail with others': 2, 'P1D DUE': 3 });
});

it('waits for no morning that would be too late, and has nothing in it that is not true any more', async () => {
  await advance('2023-11-29T07:00:00Z');
  await room.database.query(`UPDATE milestones SET withdrawn_at = verbond_now() WHERE call_id = (SELECT id FROM calls WHERE code = 'B')`);
  await advance('2023-11-30T20:00:00Z');
  expect((await room.mails()).map(({ date, subject }) => `${date ?? ''} ${subject?.replace(/[ABC]$/, '?') ?? ''}`)).toEqual([
    '2023-11-23T08:00:00.000Z 3 berichten: Over 7 dagen: indienen van voorstellen – Oproep ?',
    '2023-11-29T08:00:00.000Z 2 berichten: Morgen: indienen van voorstellen – Oproep ?',
    '2023-11-30T12:00:00.000Z 2 berichten: Vandaag: indienen van voorstellen – Oproep ?',
  ]);
});

it('goes with another when the one that should tell it is not wanted after all; nothing waits in the end', async () => {
  await room.setClock('2023-11-23T08:00:00Z');
  const [first] = await room.database.query<{ id: string; call: string }[]>(`
    SELECT x.id, c.code AS call FROM messages x JOIN milestones m ON m.id = x.subject_id JOIN calls c ON c.id = m.call_id
    WHERE x.due_at <= verbond_now() ORDER BY x.id LIMIT 1`);
  // Handed over once, refused for now; and then its date is withdrawn.
  await room.database.query(`UPDATE messages SET told_with = $1 WHERE id <> $1 AND due_at <= verbond_now()`, [first?.id]);
  await room.database.query(`UPDATE milestones SET withdrawn_at = verbond_now() WHERE call_id = (SELECT id FROM calls WHERE code = $1)`, [first?.call]);
  for (let pass = 0; pass < 3; pass += 1) {
    await room.get(MailProcessor).process();
    await room.database.query('UPDATE messages SET next_attempt_at = NULL');
  }
  expect((await room.mails()).map(({ subject }) => subject?.replace(/[ABC]$/, '?'))).toEqual(['2 berichten: Over 7 dagen: indienen van voorstellen – Oproep ?']);
  expect(await states()).toMatchObject({ 'P7D SENT': 1, 'P7D SKIPPED told in one mail with others': 1, 'P7D SKIPPED milestone withdrawn': 1 });
});

it('is not told twice where the mail that told it is in doubt', async () => {
  await room.setClock('2023-11-23T08:00:00Z');
  const [first] = await room.database.query<{ id: string }[]>('SELECT id FROM messages WHERE due_at <= verbond_now() ORDER BY id LIMIT 1');
  await room.database.query(`UPDATE messages SET told_with = $1 WHERE id <> $1 AND due_at <= verbond_now()`, [first?.id]);
  await room.database.query(`UPDATE messages SET state = 'IN_DOUBT' WHERE id = $1`, [first?.id]);
  await room.get(MailProcessor).process();
  expect(await room.mails()).toEqual([]);
  expect(await states()).toMatchObject({ 'P7D IN_DOUBT': 1, 'P7D SKIPPED told in one mail with others': 2 });
});
