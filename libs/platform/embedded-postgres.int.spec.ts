import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { projectFile } from './project-files.js';

let root: string;
const folder = (name: string): string => path.join(root, name, 'postgres');

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query<{ answer: unknown }>(sql)).rows[0] ?? { answer: undefined }).answer;
  } finally {
    await client.end();
  }
}

/** Another process that starts the server on a folder and then waits; it says the connection string, or why not. */
async function startElsewhere(name: string): Promise<{ process: ChildProcess; said: string }> {
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(projectFile('dist/libs/platform/embedded-postgres.js'))};
    startEmbeddedPostgres({ folder: ${JSON.stringify(folder(name))}, whenRunning: 'refuse' })
      .then(({ url }) => process.send(url), ({ message }) => process.send(message));
    setInterval(() => undefined, 1000);`;
  const file = path.join(root, `${name}-${Math.floor(performance.now() * 1000)}.mjs`);
  fs.writeFileSync(file, program);
  const child = fork(file);
  const [said] = (await once(child, 'message')) as [string];
  return { process: child, said };
}

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-pg-'));
  fs.chmodSync(root, 0o755);
});
afterAll(() => { fs.rmSync(root, { recursive: true, force: true }); });

describe('the embedded PostgreSQL', () => {
  it('keeps its data over a stop, and is shared by a command beside its owner', async () => {
    const first = await startEmbeddedPostgres({ folder: folder('kept'), whenRunning: 'refuse' });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const beside = await startEmbeddedPostgres({ folder: folder('kept'), whenRunning: 'attach' });
    expect(beside).toMatchObject({ url: first.url, owned: false });
    await beside.stop();
    expect(await ask(first.url, 'SELECT answer FROM kept')).toBe(42);
    await first.stop();
    const again = await startEmbeddedPostgres({ folder: folder('kept'), whenRunning: 'refuse' });
    expect(await ask(again.url, 'SELECT answer FROM kept')).toBe(42);
    await again.stop();
  });

  it('says in one sentence that another main process has the folder', async () => {
    const elsewhere = await startElsewhere('taken');
    const second = startEmbeddedPostgres({ folder: folder('taken'), whenRunning: 'refuse' });
    await expect(second).rejects.toThrow(/^Verbond already runs on the data folder .+: stop it first, or set VERBOND_DATA to another folder\.$/);
    elsewhere.process.kill('SIGKILL');
  });

  it('starts again after its owner was killed', async () => {
    const elsewhere = await startElsewhere('killed');
    await ask(elsewhere.said, 'CREATE TABLE kept AS SELECT 43 AS answer');
    const died = once(elsewhere.process, 'exit');
    elsewhere.process.kill('SIGKILL');
    await died; // a signal is on its way for a moment, longer on a busy machine
    const again = await startEmbeddedPostgres({ folder: folder('killed'), whenRunning: 'refuse' });
    expect(await ask(again.url, 'SELECT answer FROM kept')).toBe(43);
    await again.stop();
  });

  it('lets one of two first starts at once have the folder', async () => {
    const both = await Promise.all([startElsewhere('raced'), startElsewhere('raced')]);
    const said = both.map((one) => one.said.startsWith('postgres://')).toSorted();
    for (const one of both) one.process.kill('SIGKILL');
    expect(said).toEqual([false, true]);
    expect(both.map((one) => one.said).join()).toContain('Verbond already runs on the data folder');
  });

  it('says why a folder cannot be used', async () => {
    const start = startEmbeddedPostgres({ folder: '/dev/null/verbond/postgres', whenRunning: 'refuse' });
    await expect(start).rejects.toThrow(/^The data folder \/dev\/null\/verbond cannot be written/);
  });
});
