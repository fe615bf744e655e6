import { afterAll, describe, expect, it } from '@jest/globals';
import { advanceClock } from '../support/clock.js';
import { emptyFolder } from '../support/data-folder.js';
import { demoDatabase, inDatabase, rowsOf, type DemoDatabase } from '../support/demo-database.js';
import { graphql } from '../support/graphql.js';
import { recipientOf } from '../support/mailbox.js';
import { TestProcess } from '../support/processes.js';
import { followMatching } from '../support/progress.js';
import { startSmtp, type TestSmtp } from '../support/smtp.js';
import { suggestedPartners } from '../support/suggestions.js';
import { until } from '../support/until.js';
import { cleanUp, runCli, startVerbond, type Verbond } from '../support/verbond.js';

const databases: DemoDatabase[] = [];
const mailServers: TestSmtp[] = [];

async function database(): Promise<DemoDatabase> {
  const made = await demoDatabase();
  databases.push(made);
  return made;
}

afterAll(async () => {
  await cleanUp();
  await Promise.all([...mailServers.map((server) => server.stop()), ...databases.map((made) => made.drop())]);
});

describe('kill -9', () => {
  it('in the first import loses nothing and doubles nothing: the next start goes on', async () => {
    const settings = { VERBOND_DATA: emptyFolder(), PORT: '0' };
    const first = new TestProcess('cli/start.js', [], settings);
    await first.hasSaid(/projects\.jsonl\.gz/);
    await first.kill();

    await (await startVerbond(settings)).process.stop();
    const { stdout } = await runCli(['import', 'libs/directory/bundled', '--json'], settings);
    const { files, rejects } = JSON.parse(stdout) as { files: { rows: number; unchanged: number }[]; rejects: unknown[] };
    expect(rejects).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
    for (const { rows, unchanged } of files) expect(unchanged).toBe(rows);
  });

  it('in the middle of matching leaves a part to be done, and the next start does it', async () => {
    const { url, settings } = await database();
    const UNDONE = 'SELECT FROM matching_chunks WHERE done_at IS NULL';
    const verbond = await startVerbond(settings);
    const ask = ({ url: server, keys }: Verbond) =>
      suggestedPartners(server, 'NCC-2023', 'sociale-innovatiefabriek', keys.get('sociale-innovatiefabriek'));
    const before = await ask(verbond);
    await followMatching(verbond.url, 'NCC-2023', ({ done, total }) => {
      if (done < total) void verbond.process.kill();
    }).catch(() => undefined); // the connection dies with the process
    await verbond.process.end();
    expect((await rowsOf(url, UNDONE)).length).toBeGreaterThan(0);

    const again = await startVerbond(settings);
    await until('all chunks to be done', async () => (await rowsOf(url, UNDONE)).length === 0, 60);
    expect(await rowsOf(url, 'SELECT call_id FROM matching_runs GROUP BY call_id HAVING count(*) > 1')).toEqual([]);
    expect(await rowsOf(url, WITHOUT_SUGGESTIONS)).toEqual([]);
    expect(await ask(again)).toEqual(before);
    await again.process.stop();
  }, 120_000);

  it('while a mail server has a mail and has not answered leaves that mail in doubt: it is not sent again', async () => {
    const { url, settings } = await database();
    const smtp = await startSmtp(() => victim.process.kill());
    mailServers.push(smtp);
    const victim = await startVerbond({ ...settings, SMTP_URL: smtp.url });
    await expect(advanceClock(victim, '2023-09-12T00:00:00Z')).rejects.toThrow();
    expect(await rowsOf(url, STATES)).toEqual([{ state: 'HANDED_OVER', messages: 1 }]);
    const [reader] = smtp.mails.map(recipientOf);

    await leasesRunOut(url);
    const kind = await startSmtp();
    mailServers.push(kind);
    const again = await startVerbond({ ...settings, SMTP_URL: kind.url });
    await until('the mail to be in doubt', async () => {
      const counted = await (await fetch(`${again.url}/metrics`)).text();
      return counted.includes('verbond_messages{state="IN_DOUBT"} 1');
    });
    expect(await inDoubt(again, reader!)).toMatchObject([{ state: 'IN_DOUBT', reason: 'handed over, not confirmed' }]);
    await advanceClock(again, '2023-09-12T00:00:00Z');
    expect([...smtp.mails, ...kind.mails].map(recipientOf).sort()).toEqual(['europa-wse', 'sociale-innovatiefabriek']);
    await again.process.stop();
  });

  it('between taking a mail up and handing it over sends it once, after the next start', async () => {
    const { url, settings } = await database();
    const smtp = await startSmtp();
    mailServers.push(smtp);
    await inDatabase(url, async (client) => {
      await client.query(BARRIER);
      await client.query('SELECT pg_advisory_lock(1)');
      const verbond = await startVerbond({ ...settings, SMTP_URL: smtp.url });
      const advancing = advanceClock(verbond, '2023-09-12T00:00:00Z').catch(() => undefined);
      await until('a mail to stand at the barrier', async () => (await client.query(WAITING)).rowCount === 1);
      await verbond.process.kill();
      await advancing;
      await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM (${WAITING}) AS waiting`);
      await client.query('DROP TRIGGER barrier ON messages');
    });
    expect(smtp.mails).toEqual([]);

    await leasesRunOut(url);
    const again = await startVerbond({ ...settings, SMTP_URL: smtp.url });
    await until('both mails', () => smtp.mails.length >= 2);
    await advanceClock(again, '2023-09-12T00:00:00Z');
    expect(smtp.mails.map(recipientOf).sort()).toEqual(['europa-wse', 'sociale-innovatiefabriek']);
    await again.process.stop();
  });
});

interface ToldReminder {
  readonly subject: string;
  readonly state: string;
  readonly reason: string | null;
}

/** Somebody's reminders that may have reached them, or not. */
async function inDoubt({ url, keys }: Verbond, handle: string): Promise<ToldReminder[]> {
  const query = '{ myReminders(first: 100) { nodes { subject state reason } } }';
  const { data } = await graphql<{ myReminders: { nodes: ToldReminder[] } }>(url, query, {}, keys.get(handle));
  return data.myReminders.nodes.filter(({ state }) => state === 'IN_DOUBT');
}

/** Organisations of finished chunks that have no row of suggestions. */
const WITHOUT_SUGGESTIONS = `
  SELECT organisation FROM matching_chunks c JOIN matching_runs r ON r.id = c.run_id, unnest(c.organisations) AS organisation
  WHERE NOT EXISTS (SELECT FROM suggestions s WHERE s.call_id = r.call_id AND s.organisation_id = organisation AND s.data_stamp = r.data_stamp)`;

const STATES = `SELECT state, count(*)::int AS messages FROM messages WHERE state <> 'DUE' GROUP BY state ORDER BY state`;

/** Whoever hands a message over waits while the test holds the lock. */
const BARRIER = `
  CREATE FUNCTION barrier() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NEW; END';
  CREATE TRIGGER barrier BEFORE UPDATE ON messages FOR EACH ROW WHEN (NEW.state = 'HANDED_OVER') EXECUTE FUNCTION barrier()`;
const WAITING = `
  SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND NOT granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/** As if a minute had gone by. */
const leasesRunOut = (url: string): Promise<void> =>
  inDatabase(url, (client) => client.query(`UPDATE messages SET lease_until = clock_timestamp() WHERE state IN ('CLAIMED', 'HANDED_OVER')`));
