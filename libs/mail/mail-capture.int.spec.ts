import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, NotFoundException } from '@nestjs/common';
import { readConfig, type Config } from '#libs/platform';
import { CapturedMailsController } from './captured-mails.controller.js';
import { CapturedMails } from './captured-mails.service.js';
import { MailCapture } from './mail-capture.service.js';
import { messageIdOf } from './message.js';
import { SmtpTransport } from './smtp-transport.service.js';
import type { Envelope } from './transport.js';

let config: Config;
let capture: MailCapture;
let transport: SmtpTransport;
let controller: CapturedMailsController;

const envelope = (offset: string, dueAt: string): Envelope => ({
  messageId: messageIdOf({ personId: 'p', subjectKind: 'MILESTONE', subjectId: 'm', revision: 1, offset }, 'verbond.test'),
  dueAt: new Date(dueAt),
  reader: { name: 'Ann <b>', email: 'ann@members.test', language: 'en', zone: 'Europe/Brussels' },
  mail: {
    subject: `About ${offset}`,
    text: 'In words.',
    html: '<p>In "words".</p><script>alert(1)</script>',
    attachments: [{ filename: 'deadline.ics', contentType: 'text/calendar; charset=utf-8', content: 'BEGIN:VCALENDAR' }],
  },
});
const reply = { headers: () => undefined };
const files = (): string[] => fs.readdirSync(path.join(config.dataFolder, 'mail')).toSorted();

beforeAll(async () => {
  Logger.overrideLogger(false); // a mail that comes twice is complained of
  config = readConfig({ VERBOND_DATA: fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-mail-')) });
  capture = new MailCapture(config);
  transport = new SmtpTransport(config, capture);
  controller = new CapturedMailsController(config, new CapturedMails(config));
  for (const [offset, dueAt] of [['P7D', '2023-11-23T08:00:00Z'], ['P1D', '2023-11-29T08:00:00Z'], ['P7D', '2023-11-23T08:00:00Z']] as const) {
    expect(await transport.deliver(envelope(offset, dueAt))).toEqual({ kind: 'accepted' });
  }
});
afterAll(async () => {
  await transport.onApplicationShutdown();
  await capture.onApplicationShutdown();
  fs.rmSync(config.dataFolder, { recursive: true });
});

describe('the mail of the demo', () => {
  it('keeps each mail whole in a file, and shows when one came twice', () => {
    expect(files()).toHaveLength(3);
    expect(files().filter((name) => /^[0-9a-f]{64}\.eml$/.test(name))).toHaveLength(2);
    expect(files().filter((name) => /^[0-9a-f]{64}-2\.eml$/.test(name))).toHaveLength(1);
  });

  it('lists the newest first', async () => {
    const list = await controller.list(reply);
    expect([...list.matchAll(/>About (\w+)</g)].map(([, offset]) => offset)).toEqual(['P1D', 'P7D', 'P7D']);
    expect(list).toContain('Ann &lt;b&gt; &lt;ann@members.test&gt;');
  });

  it('shows a mail with its HTML shut away, and hands out its attachments', async () => {
    const file = files()[0]!;
    const shown = await controller.show(file, reply);
    expect(shown).toContain('<iframe sandbox="" title="The mail as a reader sees it" srcdoc="&lt;p&gt;In &quot;words&quot;.&lt;/p&gt;');
    expect(shown).not.toContain('<script>');
    const stream = (await controller.attachment(file, '0')).getStream();
    expect((await stream.toArray()).join('').trim()).toBe('BEGIN:VCALENDAR');
    await expect(controller.attachment(file, '7')).rejects.toThrow(NotFoundException);
  });

  it.each(['../secret', '..%2fsecret', 'nothing.eml', `${'0'.repeat(64)}.eml`])('has nothing at %s', async (file) => {
    await expect(controller.show(file, reply)).rejects.toThrow(NotFoundException);
  });

  it('does not exist in production', async () => {
    const elsewhere = new CapturedMailsController({ ...config, mode: 'production' }, new CapturedMails(config));
    await expect(elsewhere.list(reply)).rejects.toThrow(NotFoundException);
    await expect(elsewhere.show(files()[0]!, reply)).rejects.toThrow(NotFoundException);
  });
});
