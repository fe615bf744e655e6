import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setScene } from '../chaos/scene.js';
import { bareInstallation } from '../support/bare-installation.js';
import { openGate } from '../support/gate.js';
import { hasRedis, startRedis, WITHOUT_REDIS } from '../support/redis.js';
import type { Settings } from '../support/processes.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';
import { cleanUp, startProcess } from '../support/verbond.js';

const MOST_SECONDS = 10;

let smtp: TestSmtp;
let installation: Awaited<ReturnType<typeof bareInstallation>>;

beforeAll(async () => {
  smtp = await startSmtp(() => new Promise(() => undefined)); // it keeps silent after every mail
  installation = await bareInstallation(smtp.url);
});
afterAll(async () => {
  await cleanUp();
  await smtp.stop();
  await installation.drop();
});

const start = (more: Settings = {}) => startProcess('worker', { ...installation.settings, ...more });

/** Sends SIGTERM and waits. @returns exit code and whether it was in time */
async function stopped({ process }: Awaited<ReturnType<typeof startProcess>>): Promise<{ code: unknown; inTime: boolean }> {
  const asked = performance.now();
  const code = await process.stop();
  return { code, inTime: performance.now() - asked <= MOST_SECONDS * 1000 };
}
const WELL = { code: 0, inTime: true };

describe(`SIGTERM ends a worker within ${MOST_SECONDS} s, exit code 0`, () => {
  it('while the database is out of reach', async () => {
    const gate = await openGate(installation.url);
    const worker = await start({ DATABASE_URL: gate.url });
    await gate.close();
    expect(await stopped(worker)).toEqual(WELL);
  });

  it('while the mail server has a mail and keeps silent', async () => {
    const worker = await start();
    await setScene(installation.url, { reminders: 100, from: new Date(Date.now() + 8000), seconds: 1 });
    await until('a mail on its way', () => smtp.mails.length > 0);
    expect(await stopped(worker)).toEqual(WELL);
  });

  (hasRedis ? it : it.skip)(`while Redis is down${hasRedis ? '' : ` (${WITHOUT_REDIS})`}`, async () => {
    const redis = await startRedis();
    const worker = await start({ REDIS_URL: redis.url });
    await redis.stop();
    expect(await stopped(worker)).toEqual(WELL);
  });
});
