import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, connect, copyOfTemplate, readConfig } from '#libs/platform';
import { Bounces, type BounceResult } from './bounces.service.js';
import { Composers } from './composers.js';
import { MailCapture } from './mail-capture.service.js';
import { post } from './post.js';
import { PostgresLedger } from './postgres-ledger.service.js';
import { Sender } from './sender.service.js';
import { SmtpTransport } from './smtp-transport.service.js';
import { ScriptedSmtp, type Step } from './testing/scripted-smtp.js';

const NOW = new Date('2023-11-29T08:00:00Z');
const LATER = new Date('2023-11-30T16:00:00Z');

/** Does not wait a minute for a tarpit. */
class Impatient extends SmtpTransport {
  protected override readonly patienceMilliseconds = 800;
}

let database: DataSource;
let dropDatabase: () => Promise<void>;
let person: string;
let smtp: ScriptedSmtp;
let transport: SmtpTransport | undefined;

function senderAt(url: string): Sender {
  const config = { ...readConfig({}), smtpUrl: url };
  const composers = new Composers();
  composers.register('test', { compose: ({ offset }) => Promise.resolve({ subject: offset, text: 'Words.', html: '<p>Words.</p>' }) });
  transport = new Impatient(config, new MailCapture(config));
  const readerOf = () => Promise.resolve({ name: 'Ann', email: 'Ann@Members.test', language: 'en' as const, zone: 'Europe/Brussels' });
  return new Sender(config, new PostgresLedger(database), composers, { readerOf }, transport);
}

const write = (...offsets: string[]): Promise<void> =>
  post(database.manager, offsets.map((offset) => ({
    personId: person, template: 'test', subjectKind: 'MILESTONE', subjectId: person, revision: 1, offset, dueAt: NOW, expiresAt: LATER,
  })));
const states = async (): Promise<string[]> => {
  const rows = await database.query<{ state: string; reason: string | null; attempts: number }[]>('SELECT state, reason, attempts FROM messages ORDER BY "offset"');
  return rows.map(({ state, reason, attempts }) => `${state} ${attempts}${reason === null ? '' : ` ${reason}`}`);
};
const pass = (): Promise<unknown> => database.query(`UPDATE messages SET next_attempt_at = clock_timestamp() WHERE state = 'DUE'`);

beforeAll(async () => {
  Logger.overrideLogger(false); // trouble is complained of
  const copy = await copyOfTemplate();
  dropDatabase = () => copy.drop();
  database = await connect(copy.url);
  const [row] = await database.query<{ id: string }[]>(`INSERT INTO people (name, email) VALUES ('Ann', 'ann@members.test') RETURNING id`);
  person = row!.id;
  smtp = await ScriptedSmtp.start();
});
beforeEach(async () => {
  await database.query('DELETE FROM messages; DELETE FROM suppressions');
  await new Clock(database).set(NOW);
  smtp.received.length = 0;
});
afterEach(() => transport?.onApplicationShutdown());
afterAll(async () => {
  await smtp.stop();
  await database.destroy();
  await dropDatabase();
});

describe('a mail server’s faults', () => {
  const cases: [string, Step, string, string][] = [
    ['A41 421 at the greeting', 'greeting 421 busy', 'DUE 1 the mail server answered 421', 'SENT 2'],
    ['A42 greylisted', 'recipient 450 4.7.1 later', 'DUE 1 the mail server answered 450 4.7.1', 'SENT 2'],
    ['A43 the mailbox is full', 'recipient 452 4.2.2 full', 'DUE 1 the mail server answered 452 4.2.2', 'SENT 2'],
    ['A44 no such mailbox', 'recipient 550 5.1.1 unknown', 'FAILED 1 the mail server answered 550 5.1.1', 'FAILED 1 the mail server answered 550 5.1.1'],
    ['A45 policy', '554 5.7.1 policy', 'FAILED 1 the mail server answered 554 5.7.1', 'FAILED 1 the mail server answered 554 5.7.1'],
    ['A46 250, then the connection breaks', 'drop after the answer', 'SENT 1', 'SENT 1'],
    ['A47 silence after the final dot', 'silent after the dot', 'IN_DOUBT 1 handed over, not confirmed (ETIMEDOUT)', 'IN_DOUBT 1 handed over, not confirmed (ETIMEDOUT)'],
  ];
  it.each(cases)('%s', async (_name, step, first, second) => {
    await write('P1D');
    smtp.script(step);
    const sender = senderAt(smtp.url);
    await sender.sendDue();
    expect(await states()).toEqual([first]);
    await pass();
    await sender.sendDue();
    expect((await states()).map((state) => state.replace(/^(SENT \d).*/, '$1'))).toEqual([second]);
    expect(smtp.received.length).toBeLessThanOrEqual(1);
  });

  it('A48 the connection breaks within a message: it is sent later', async () => {
    await write('P1D');
    smtp.script('drop in the message');
    const sender = senderAt(smtp.url);
    await sender.sendDue();
    await pass();
    await sender.sendDue();
    expect((await states())[0]).toMatch(/^(SENT 2|IN_DOUBT 1)/); // a short message may be out before the break is seen
    expect(smtp.received.length).toBeLessThanOrEqual(1);
  });

  it('A49 a server that takes its time over one message is cut off, and the others go on', async () => {
    const offsets = Array.from({ length: 20 }, (_, i) => `PT${i + 10}M`);
    await write('first', ...offsets);
    const sender = senderAt(smtp.url.replace('500', '2000'));
    smtp.script('250', 'silent after the dot');
    await sender.sendDue();
    expect((await states()).filter((state) => state.startsWith('SENT'))).toHaveLength(20);
    expect((await states()).filter((state) => state.startsWith('IN_DOUBT'))).toHaveLength(1);
  });

  it.each([['stripped', 'no TLS'], ['with a bad certificate', 'TLS']] as const)('A50 STARTTLS %s: nothing is sent', async (_name, tls) => {
    await write('P1D');
    const server = await ScriptedSmtp.start(tls);
    await senderAt(`${server.url}&requireTLS=true`).sendDue();
    expect(await states()).toEqual([expect.stringMatching(/^DUE 1 the mail server/)]);
    expect(server.received).toEqual([]);
    await transport?.onApplicationShutdown();
    await server.stop();
  });
});

describe('a dead mailbox', () => {
  // Two messages due at the same moment go in either order: what counts is that one fares so and the other so.
  const suppressed = () => database.query<{ reason: string }[]>('SELECT reason FROM suppressions');

  it('is written to once and then no more, however its address is written', async () => {
    await write('A', 'B');
    smtp.script('recipient 550 5.1.1 unknown');
    await senderAt(smtp.url).sendDue();
    expect((await states()).sort()).toEqual([
      'FAILED 1 the mail server answered 550 5.1.1',
      'SKIPPED 1 nothing is sent to this address: the mail server answered 550 5.1.1',
    ]);
    expect(smtp.received).toEqual([]);
  });

  it('is not one that only refused the message', async () => {
    await write('A', 'B');
    smtp.script('554 5.7.1 policy');
    await senderAt(smtp.url).sendDue();
    expect((await states()).map((state) => state.split(' ')[0]).sort()).toEqual(['FAILED', 'SENT']);
    expect(await suppressed()).toEqual([]);
  });

  /** A report as Postfix writes it. */
  const report = (messageId: string, action: string, status: string): Buffer => Buffer.from(`From: MAILER-DAEMON@relay.test
To: reminders@verbond.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="part"

--part
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--part
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.test

Final-Recipient: rfc822; ann@members.test
Action: ${action}
Status: ${status}

--part
Content-Type: message/rfc822

From: reminders@verbond.example
Message-ID: ${messageId}
Subject: A

Words.

--part--
`.replaceAll('\n', '\r\n'));
  const take = (raw: Buffer): Promise<BounceResult> => new Bounces(database, new PostgresLedger(database)).take(raw);

  it('is known from the mail that comes back', async () => {
    await write('A');
    const sender = senderAt(smtp.url);
    await sender.sendDue();
    const { messageId } = smtp.received[0]!.mail;
    expect(await take(report(messageId!, 'delayed', '4.4.1'))).toBe('no failure');
    expect(await take(report('<forged@verbond.example>', 'failed', '5.1.1'))).toBe('not about a mail of ours');
    expect(await take(Buffer.from('Subject: I am on holiday\r\n\r\nUntil Monday.'))).toBe('not a delivery report');
    expect(await suppressed()).toEqual([]);

    for (let again = 0; again < 2; again += 1) expect(await take(report(messageId!, 'failed', '5.1.1'))).toBe('bounced');
    expect(await states()).toEqual(['SENT 1 came back with 5.1.1']);
    await write('B');
    await sender.sendDue();
    expect((await states())[1]).toBe('SKIPPED 1 nothing is sent to this address: came back with 5.1.1');
  });

  it('is not one that is full', async () => {
    await write('A');
    await senderAt(smtp.url).sendDue();
    expect(await take(report(smtp.received[0]!.mail.messageId!, 'failed', '5.2.2'))).toBe('bounced');
    expect(await suppressed()).toEqual([]);
  });
});
