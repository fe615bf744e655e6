import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, connect, copyOfTemplate, readConfig, type Config } from '#libs/platform';
import { Composers } from './composers.js';
import { MailCapture } from './mail-capture.service.js';
import { messageIdOf, type Mail, type NewMessage } from './message.js';
import { post } from './post.js';
import { PostgresLedger } from './postgres-ledger.service.js';
import type { Reader } from './readers.js';
import { Sender } from './sender.service.js';
import { SmtpTransport } from './smtp-transport.service.js';
import { ScriptedSmtp } from './testing/scripted-smtp.js';

const NOW = new Date('2023-11-29T08:00:00Z');
const LATER = new Date('2023-11-30T16:00:00Z');
const READER: Reader = { name: 'Ann', email: 'ann@members.test', language: 'en', zone: 'Europe/Brussels' };
const MAIL: Mail = { subject: 'Tomorrow', text: 'Tomorrow.', html: '<p>Tomorrow.</p>', unsubscribeUrl: 'https://verbond.test/unsubscribe/token' };

let database: DataSource;
let dropDatabase: () => Promise<void>;
let person: string;
let smtp: ScriptedSmtp;
let transports: SmtpTransport[] = [];
let reader: Reader | undefined;
let composed: Mail | { skip: string };

/** A sender as each process has one, with connections of its own. */
function senderOf(url = smtp.url, settings: Partial<Config> = {}): Sender {
  const config = { ...readConfig({}), smtpUrl: url, ...settings };
  const composers = new Composers();
  composers.register('test', { compose: () => Promise.resolve(composed) });
  const transport = new SmtpTransport(config, new MailCapture(config));
  transports.push(transport);
  return new Sender(config, new PostgresLedger(database), composers, { readerOf: () => Promise.resolve(reader) }, transport);
}

const message = (change: Partial<NewMessage> = {}): NewMessage => ({
  personId: person,
  template: 'test',
  subjectKind: 'MILESTONE',
  subjectId: '018f0000-0000-7000-8000-000000000001',
  revision: 1,
  offset: 'P1D',
  dueAt: NOW,
  expiresAt: LATER,
  ...change,
});

const states = (): Promise<{ offset: string; state: string; reason: string | null; attempts: number }[]> =>
  database.query('SELECT "offset", state, reason, attempts FROM messages ORDER BY "offset"');

/** As if the pause between two attempts had passed. */
const pass = (): Promise<unknown> => database.query(`UPDATE messages SET next_attempt_at = clock_timestamp() WHERE state = 'DUE'`);

beforeAll(async () => {
  const copy = await copyOfTemplate();
  dropDatabase = () => copy.drop();
  database = await connect(copy.url);
  const [row] = await database.query<{ id: string }[]>(`INSERT INTO people (name, email) VALUES ('Ann', 'ann@members.test') RETURNING id`);
  person = row!.id;
  smtp = await ScriptedSmtp.start();
});
afterAll(async () => {
  await smtp.stop();
  await database.destroy();
  await dropDatabase();
});
beforeEach(async () => {
  await database.query('DELETE FROM messages; DELETE FROM suppressions');
  await new Clock(database).set(NOW);
  smtp.received.length = 0;
  smtp.onMessage = () => Promise.resolve();
  reader = READER;
  composed = MAIL;
});
afterEach(async () => {
  for (const transport of transports) await transport.onApplicationShutdown();
  transports = [];
});

describe('the ledger', () => {
  it('holds a message once, however often it is posted and its job is delivered', async () => {
    for (let again = 0; again < 3; again += 1) await post(database.manager, [message()]);
    const sender = senderOf();
    for (let again = 0; again < 100; again += 1) await sender.sendDue();
    expect(smtp.received).toHaveLength(1);
    expect(await states()).toEqual([{ offset: 'P1D', state: 'SENT', reason: null, attempts: 1 }]);
  });

  it('is shared by two senders at once', async () => {
    await post(database.manager, Array.from({ length: 60 }, (_, i) => message({ offset: `PT${i}M` })));
    const one = senderOf();
    const two = senderOf();
    const taken = await Promise.all([one.sendDue(), two.sendDue(), one.sendDue()]);
    expect(taken.reduce((sum, count) => sum + count)).toBe(60);
    expect(new Set(smtp.received.map(({ mail }) => mail.messageId)).size).toBe(60);
    expect(smtp.received).toHaveLength(60);
  });
});

describe('a message at its time', () => {
  it('is skipped with the reason when it is not wanted any more', async () => {
    await post(database.manager, [message()]);
    composed = { skip: 'unsubscribed' };
    await senderOf().sendDue();
    expect(await states()).toMatchObject([{ state: 'SKIPPED', reason: 'unsubscribed' }]);
    expect(smtp.received).toEqual([]);
  });

  it('is never sent after it has expired', async () => {
    await post(database.manager, [message()]);
    await new Clock(database).set(LATER);
    await senderOf().sendDue();
    expect(await states()).toMatchObject([{ state: 'SKIPPED', reason: 'too late' }]);
  });

  it('goes to nobody when the person is gone or the address is a list', async () => {
    await post(database.manager, [message({ offset: 'gone' })]);
    reader = undefined;
    await senderOf().sendDue();
    await post(database.manager, [message({ offset: 'list' })]);
    reader = { ...READER, email: 'b@y.test, evil@z.test' };
    await senderOf().sendDue();
    expect(await states()).toMatchObject([{ state: 'SKIPPED', reason: 'the person is gone' }, { state: 'FAILED', reason: 'the address cannot be used' }]);
    expect(smtp.received).toEqual([]);
  });

  it('is one message to one recipient, with headers that nobody can break', async () => {
    await post(database.manager, [message()]);
    reader = { ...READER, name: 'Ann\r\nBcc: evil@z.test' };
    composed = { ...MAIL, subject: 'Tomorrow\r\nX-Evil: yes' };
    await senderOf().sendDue();
    const [{ mail, recipients }] = smtp.received as [(typeof smtp.received)[number]];
    expect(recipients).toEqual(['ann@members.test']);
    expect(mail.subject).toBe('Tomorrow X-Evil: yes');
    const header = (key: string): string[] => mail.headers.filter((one) => one.key === key).map(({ value }) => value);
    expect(header('bcc')).toEqual([]);
    expect(header('x-evil')).toEqual([]);
    expect(header('message-id')).toEqual([messageIdOf(message(), 'verbond.example')]);
    expect(header('list-unsubscribe')).toEqual(['<https://verbond.test/unsubscribe/token>']);
    expect(header('list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click']);
    expect(mail.date).toBe(NOW.toISOString());
  });

  it('is the same message at every attempt, signed over all that counts, with the header by which a service knows it', async () => {
    await post(database.manager, [message()]);
    smtp.script('450 4.2.0 busy', '250');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const dkim = { selector: 'autumn', privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
    const sender = senderOf(smtp.url, { dkim, mailIdempotencyHeader: 'Idempotency-Key' });
    await sender.sendDue();
    await pass();
    await sender.sendDue();
    expect(smtp.received).toHaveLength(2);
    expect(smtp.received[1]!.raw).toBe(smtp.received[0]!.raw);
    const header = (key: string): string => smtp.received[0]!.mail.headers.find((one) => one.key === key)?.value ?? '';
    expect(header('idempotency-key')).toBe(messageIdOf(message(), '').slice(1, 65));
    expect(header('dkim-signature')).toMatch(/d=verbond\.example; q=dns\/txt; s=autumn;/);
    expect(header('dkim-signature').replace(/\s/g, '')).toMatch(/h=from:to:subject:.*list-unsubscribe:list-unsubscribe-post/);
  });
});

describe('a mail server in trouble', () => {
  it('is asked again later after a 4xx', async () => {
    await post(database.manager, [message()]);
    smtp.script('450 4.2.0 busy');
    const sender = senderOf();
    await sender.sendDue();
    expect(await states()).toEqual([{ offset: 'P1D', state: 'DUE', reason: 'the mail server answered 450 4.2.0', attempts: 1 }]);
    expect(await sender.sendDue()).toBe(0); // not before its pause has passed
    await pass();
    await sender.sendDue();
    expect(await states()).toEqual([{ offset: 'P1D', state: 'SENT', reason: null, attempts: 2 }]);
  });

  it('is asked until the message has expired, and then no more', async () => {
    await post(database.manager, [message()]);
    smtp.script('450 4.2.0 busy');
    const sender = senderOf();
    await sender.sendDue();
    await new Clock(database).set(LATER);
    await pass();
    await sender.sendDue();
    expect(await states()).toMatchObject([{ state: 'FAILED', reason: 'the mail server answered 450 4.2.0' }]);
  });

  it('is not asked again after a 5xx, and the other messages go on', async () => {
    await post(database.manager, [message({ offset: 'A' }), message({ offset: 'B', dueAt: new Date(NOW.getTime() - 1) })]);
    smtp.script('554 5.7.1 policy');
    await senderOf().sendDue();
    expect((await states()).map(({ state }) => state).toSorted()).toEqual(['FAILED', 'SENT']);
  });

  it('is tried again when it drops the connection before it has the message', async () => {
    await post(database.manager, [message()]);
    smtp.script('drop at recipient');
    const sender = senderOf();
    await sender.sendDue();
    expect(await states()).toMatchObject([{ state: 'DUE', attempts: 1 }]);
    await pass();
    await sender.sendDue();
    expect(smtp.received).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'SENT' }]);
  });

  it.each(['drop after the dot', 'silent after the dot'] as const)('leaves a message in doubt with %s, and it is not sent twice', async (step) => {
    await post(database.manager, [message()]);
    smtp.script(step);
    const sender = senderOf();
    await sender.sendDue();
    await sender.recover();
    await sender.sendDue();
    expect(smtp.received).toHaveLength(1);
    expect(await states()).toMatchObject([{ state: 'IN_DOUBT', reason: expect.stringMatching(/^handed over, not confirmed/) as unknown }]);
  });

  it('is knocked at once a pass when it is away, not once a message', async () => {
    await post(database.manager, Array.from({ length: 12 }, (_, i) => message({ offset: `PT${i}M` })));
    const sender = senderOf('smtp://127.0.0.1:1');
    for (let pass = 1; pass <= 3; pass += 1) {
      expect(await sender.sendDue()).toBe(1);
      expect((await states()).filter(({ attempts }) => attempts > 0)).toHaveLength(pass);
    }
  });
});

describe('a sender', () => {
  it('drains what it and others have begun', async () => {
    await post(database.manager, [message({ offset: 'A' }), message({ offset: 'B', subjectId: randomUUID() })]);
    await senderOf().drain();
    expect(await states()).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  });
});
