import fs from 'node:fs';
import path from 'node:path';
import { emptyFolder, removeFolders } from '../support/data-folder.js';
import { rowsOf } from '../support/demo-database.js';
import { TestProcess } from '../support/processes.js';
import { until } from '../support/until.js';
import { Chance } from './chance.js';
import { FaultySmtp } from './faulty-smtp.js';
import { setScene } from './scene.js';
import { MortalPostgres } from './servers.js';

export interface Burst {
  readonly reminders: number;
  readonly sent: number;
  /** Which the mail server was handed; as many as were sent, when nothing came twice. */
  readonly taken: number;
  /** From the second in which all fell due until the last was sent. */
  readonly seconds: number;
  readonly perSecond: number;
  /** The most that the worker ever held, of all memory. */
  readonly peakMegabytes: number;
}

/** One worker, and reminders that all fall due in one second, before a mail server that takes everything at once. */
export async function burst(reminders: number): Promise<Burst> {
  const folder = emptyFolder();
  const postgres = await MortalPostgres.start(path.join(folder, 'postgres'));
  const smtp = await FaultySmtp.start(new Chance(1));
  smtp.faults = false;
  const settings = {
    DATABASE_URL: postgres.url, SMTP_URL: smtp.url, MAIL_FROM: 'reminders@verbond.example', PUBLIC_URL: 'https://verbond.example',
    VERBOND_SECRET: 'a secret that all processes of a test share', VERBOND_DATA: fs.mkdtempSync(path.join(folder, 'data-')), PORT: '0',
  };
  await new TestProcess('cli/main.js', ['migrate'], settings).end();
  await new TestProcess('cli/main.js', ['mail', '--hold', 'until all are planned'], settings).end();
  const worker = new TestProcess('worker/main.js', [], settings);
  try {
    await setScene(postgres.url, { reminders, from: new Date(Date.now() + planningMilliseconds(reminders)), seconds: 1 });
    await until('the plan', async () => (await count(postgres.url, `state = 'DUE'`)) >= reminders, 300);
    await until('all to be due', async () => (await count(postgres.url, `due_at <= clock_timestamp()`)) >= reminders, 120);
    const started = performance.now();
    await new TestProcess('cli/main.js', ['mail', '--release'], settings).end();
    const isDone = async () => (await count(postgres.url, `state = 'SENT'`)) >= reminders;
    await until('all to be sent', isDone, 1200, 1000);
    const seconds = (performance.now() - started) / 1000;
    const taken = [...smtp.taken.values()].reduce((sum, copies) => sum + copies, 0);
    const sent = await count(postgres.url, `state = 'SENT'`);
    return { reminders, sent, taken, seconds: Math.round(seconds), perSecond: Math.round(sent / seconds), peakMegabytes: worker.peakMegabytes() };
  } finally {
    await worker.kill();
    await smtp.stop();
    await postgres.stop();
    await removeFolders();
  }
}

/** So long before they fall due they are written down, lest they count as past when they are planned. */
const planningMilliseconds = (reminders: number): number => 15_000 + reminders;

async function count(url: string, where: string): Promise<number> {
  const [row] = await rowsOf<{ found: number }>(url, `SELECT count(*)::int AS found FROM messages WHERE ${where}`);
  return row?.found ?? 0;
}
