import { afterAll, expect, it } from '@jest/globals';
import { setScene } from '../chaos/scene.js';
import { bareInstallation } from '../support/bare-installation.js';
import { rowsOf } from '../support/demo-database.js';
import { startSmtp } from '../support/smtp.js';
import { until } from '../support/until.js';
import { cleanUp, startProcess } from '../support/verbond.js';

afterAll(cleanUp);

const REMINDERS = 60;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A process whose own clock is wrong by so much. */
const wrongBy = (milliseconds: number) => ({
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    const RealDate = Date;
    const now = () => RealDate.now() + ${milliseconds};
    globalThis.Date = class extends RealDate {
      constructor(...given) { super(...(given.length === 0 ? [now()] : given)); }
      static now() { return now(); }
    };`)}`,
});

it('workers whose clocks are wrong by hours and weeks send each reminder once and none early: the database tells the time', async () => {
  const smtp = await startSmtp();
  const { url, settings, drop } = await bareInstallation(smtp.url);
  const workers = await Promise.all([-HOUR, HOUR, 35 * DAY].map((by) => startProcess('worker', { ...settings, ...wrongBy(by) })));
  const from = new Date(Date.now() + 10_000);
  await setScene(url, { reminders: REMINDERS, from, seconds: 5 });
  await until('all to be sent', () => smtp.mails.length >= REMINDERS, 60);
  await Promise.all(workers.map(({ process }) => process.stop()));

  const rows = await rowsOf<{ early: boolean; state: string }>(url, `
    SELECT handed_over_at < due_at AS early, state FROM messages WHERE due_at < verbond_now()`);
  expect(rows.filter(({ early, state }) => early || state !== 'SENT')).toEqual([]);
  expect(rows).toHaveLength(smtp.mails.length);
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(smtp.mails.length);
  await smtp.stop();
  await drop();
});
