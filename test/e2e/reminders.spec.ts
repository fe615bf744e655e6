import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Attachment, Email } from 'postal-mime';
import { advanceClock } from '../support/clock.js';
import { demoDatabase, rowsOf, type DemoDatabase } from '../support/demo-database.js';
import { capturedMails, lineOf, recipientOf, unsubscribeUrlOf } from '../support/mailbox.js';
import { freePort } from '../support/redis.js';
import { cleanUp, startVerbond, type Verbond } from '../support/verbond.js';

interface Demo {
  readonly database: DemoDatabase;
  readonly verbond: Verbond;
}

const demos: Demo[] = [];

async function startDemo(): Promise<Demo> {
  const database = await demoDatabase();
  const verbond = await startVerbond({ ...database.settings, PORT: String(await freePort()) });
  const demo = { database, verbond };
  demos.push(demo);
  return demo;
}

afterAll(async () => {
  await cleanUp();
  await Promise.all(demos.map(({ database }) => database.drop()));
});

const mailsOf = ({ database }: Demo): Promise<Email[]> => capturedMails(database.settings['VERBOND_DATA']!);

describe('the autumn of 2023', () => {
  let inOneGo: Demo;
  let mails: Email[];

  beforeAll(async () => {
    inOneGo = await startDemo();
    expect(await advanceClock(inOneGo.verbond, '2023-12-01T00:00:00Z')).toEqual({ __typename: 'ClockReading' });
    mails = await mailsOf(inOneGo);
  });

  it('brings these mails', () => {
    expect(mails.map(lineOf)).toMatchSnapshot();
  });

  it('brings the same mails day by day', async () => {
    const daily = await startDemo();
    for (let day = Date.parse('2023-09-05'); day <= Date.parse('2023-12-01'); day += 24 * 3600 * 1000) {
      await advanceClock(daily.verbond, new Date(day).toISOString());
    }
    expect((await mailsOf(daily)).map(lineOf)).toEqual(mails.map(lineOf));
  });

  it('brings no mail twice, and none of which the ledger does not know', async () => {
    const ids = mails.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await rowsOf(inOneGo.database.url, `SELECT count(*)::int AS sent FROM messages WHERE state = 'SENT'`)).toEqual([
      { sent: ids.length },
    ]);
  });

  it('brings no mail once its date has passed', async () => {
    const late = `SELECT x.id FROM messages x JOIN milestones m ON m.id = x.subject_id WHERE x.state = 'SENT' AND x.settled_at >= m.ends_at`;
    expect(await rowsOf(inOneGo.database.url, late)).toEqual([]);
  });

  it('tells a reader in Dublin the time there, and the time of the call', () => {
    const texts = mails.filter((mail) => recipientOf(mail) === 'rethink-ireland').map(({ text }) => text);
    expect(texts).toHaveLength(7);
    for (const text of texts) expect(text).toContain('When: Thursday 30 November 2023, 16:00 Irish time (17:00 Brussels)\n');
  });

  it('brings each date as a calendar file', () => {
    for (const { attachments } of mails) {
      expect(attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([['deadline.ics', 'text/calendar']]);
    }
    const submission = mails.findLast((mail) => recipientOf(mail) === 'rethink-ireland')!;
    expect(textOf(submission.attachments[0]!)).toMatch(/^DTSTART:20231130T160000Z\r?$/m);
  });

  it('ends for a reader who follows the link: looking at it changes nothing, its button does', async () => {
    const link = unsubscribeUrlOf(mails.findLast((mail) => recipientOf(mail) === 'stad-mechelen')!);
    const mailsFor = async () => (await mailsOf(inOneGo)).filter((mail) => recipientOf(mail) === 'stad-mechelen');
    const before = (await mailsFor()).length;

    expect(await (await fetch(link)).text()).toContain('<form method="post">');
    await advanceClock(inOneGo.verbond, '2023-12-13T00:00:00Z');
    expect(await mailsFor()).toHaveLength(before + 1);

    expect((await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })).status).toBe(200);
    await advanceClock(inOneGo.verbond, '2024-01-12T00:00:00Z');
    expect(await mailsFor()).toHaveLength(before + 1);
  });
});

const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString());
