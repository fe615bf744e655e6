import fs from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { emptyFolder, removeFolders } from '../support/data-folder.js';
import { rowsOf } from '../support/demo-database.js';
import { TestProcess } from '../support/processes.js';
import { until } from '../support/until.js';
import { Chance } from './chance.js';
import { FaultySmtp } from './faulty-smtp.js';
import { setScene } from './scene.js';
import { MortalPostgres, MortalRedis } from './servers.js';
import { Supervised } from './supervised.js';

export interface Storm {
  readonly reminders: number;
  readonly kills: number;
  readonly seed: number;
  readonly queue: 'redis' | 'postgres';
}

export interface Verdict extends Storm {
  readonly sent: number;
  /** Reminders that never came and of which nobody is told; or that count as sent and never came. */
  readonly lost: number;
  /** Reminders that came twice although no answer was in doubt. */
  readonly duplicated: number;
  /** Last reminders that were sent again because an answer was lost, as they should be. */
  readonly resent: number;
  readonly inDoubt: number;
  readonly skipped: number;
  readonly failed: number;
  readonly drainedSeconds: number;
}

const SECONDS_A_KILL = 1.5;
const WORKERS = 3;
const LEAD_SECONDS = 25;
/** Longer than a lease. */
const LONG_PAUSE_MILLISECONDS = 65_000;

const say = (line: string): void => { process.stderr.write(`${line}\n`); };

/** Three fifths of the kills are workers', a fifth is Redis', a tenth each PostgreSQL's and the api's; and some things more. */
function blowsOf({ kills, queue }: Storm, chance: Chance): string[] {
  const kinds = queue === 'redis' ? ['worker', 'worker', 'worker', 'worker', 'worker', 'worker', 'redis', 'redis', 'postgres', 'api'] : ['worker', 'worker', 'worker', 'worker', 'postgres'];
  const blows = Array.from({ length: kills }, (_, i) => kinds[i % kinds.length] ?? 'worker');
  const further = queue === 'redis' ? ['flush', 'flush', 'flush', 'emptied'] : [];
  return chance.shuffled([...blows, ...(kills >= 10 ? [...further, 'pause', 'pause', 'long pause'] : [])]);
}

/** Lets reminders fall due while processes die, and counts what came of them. */
export async function reminders(storm: Storm): Promise<Verdict> {
  const chance = new Chance(storm.seed);
  const folder = emptyFolder();
  const postgres = await MortalPostgres.start(path.join(folder, 'postgres'));
  const redis = storm.queue === 'redis' ? await MortalRedis.start(path.join(folder, 'redis')) : undefined;
  const smtp = await FaultySmtp.start(chance);
  const settings = {
    DATABASE_URL: postgres.url,
    ...(redis !== undefined && { REDIS_URL: redis.url }),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'reminders@verbond.example',
    PUBLIC_URL: 'https://verbond.example',
    VERBOND_SECRET: 'a secret that all processes of a test share',
    VERBOND_DATA: fs.mkdtempSync(path.join(folder, 'data-')),
    PORT: '0',
  };
  await new TestProcess('cli/main.js', ['migrate'], settings).end();
  const api = new Supervised('api/main.js', settings);
  const workers = Array.from({ length: WORKERS }, () => new Supervised('worker/main.js', settings));
  try {
    const seconds = Math.max(20, storm.kills * SECONDS_A_KILL);
    const from = new Date(Date.now() + LEAD_SECONDS * 1000);
    await setScene(postgres.url, { reminders: storm.reminders, from, seconds });
    await until('the plan', async () => (await count(postgres.url, `template IS NOT NULL`)) >= storm.reminders, 120);
    say(`${storm.reminders} reminders fall due within ${seconds} s; ${storm.kills} kills`);
    await rage(blowsOf(storm, chance), seconds, { postgres, redis, api, workers, chance });
    smtp.faults = false;
    const ended = performance.now();
    await until('the ledger to be drained', async () => (await count(postgres.url, WAITING)) === 0, 600);
    return await judge(storm, postgres.url, smtp, (performance.now() - ended) / 1000);
  } finally {
    await Promise.all([api, ...workers].map((process) => process.stop()));
    await smtp.stop();
    redis?.stop();
    await postgres.stop();
    await removeFolders();
  }
}

interface Stage {
  readonly postgres: MortalPostgres;
  readonly redis: MortalRedis | undefined;
  readonly api: Supervised;
  readonly workers: readonly Supervised[];
  readonly chance: Chance;
}

async function rage(blows: readonly string[], seconds: number, { postgres, redis, api, workers, chance }: Stage): Promise<void> {
  const worker = (): Supervised => chance.oneOf(workers as readonly [Supervised, ...Supervised[]]);
  const pauses: Promise<void>[] = [];
  const started = performance.now();
  for (const [i, blow] of blows.entries()) {
    await setTimeout(Math.max(0, started + (i / blows.length) * seconds * 1000 - performance.now()));
    if (blow === 'worker') worker().kill();
    if (blow === 'api') api.kill();
    if (blow === 'postgres') await postgres.kill();
    if (blow === 'redis') await redis?.kill();
    if (blow === 'emptied') await redis?.kill('emptied');
    if (blow === 'flush') await redis?.flush();
    if (blow === 'pause') pauses.push(worker().pause(5000));
    if (blow === 'long pause') pauses.push(worker().pause(LONG_PAUSE_MILLISECONDS));
    if ((i + 1) % 20 === 0) say(`${i + 1} of ${blows.length}`);
  }
  await Promise.all(pauses);
}

/** Of the reminders that fell due within the storm. */
const FELL_DUE = `due_at <= clock_timestamp()`;
const WAITING = `${FELL_DUE} AND state IN ('DUE', 'CLAIMED', 'HANDED_OVER')`;

async function count(url: string, where: string): Promise<number> {
  const [row] = await rowsOf<{ found: number }>(url, `SELECT count(*)::int AS found FROM messages WHERE ${where}`);
  return row?.found ?? 0;
}

interface Told {
  readonly state: string;
  readonly doubts: number;
  readonly messageId: string | null;
}

async function judge(storm: Storm, url: string, smtp: FaultySmtp, drainedSeconds: number): Promise<Verdict> {
  const told = await rowsOf<Told>(url, `SELECT state, doubts, message_id AS "messageId" FROM messages WHERE ${FELL_DUE}`);
  const copies = ({ messageId }: Told): number => smtp.taken.get(messageId ?? '') ?? 0;
  const inState = (state: string): Told[] => told.filter((message) => message.state === state);
  const ids = new Set(told.map(({ messageId }) => messageId));
  const unknown = [...smtp.taken.keys()].filter((id) => !ids.has(id)); // came with another Message-ID than the ledger has
  const twice = told.filter((message) => copies(message) > 1);
  return {
    ...storm,
    sent: inState('SENT').length,
    lost: storm.reminders - told.length + inState('SENT').filter((message) => copies(message) === 0).length,
    duplicated: unknown.length + twice.filter(({ doubts }) => doubts === 0).length,
    resent: twice.filter(({ doubts }) => doubts > 0).length,
    inDoubt: inState('IN_DOUBT').length,
    skipped: inState('SKIPPED').length,
    failed: inState('FAILED').length,
    drainedSeconds: Math.round(drainedSeconds * 10) / 10,
  };
}
