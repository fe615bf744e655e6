import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Migrations } from './database.js';
import { migrate } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** Durability costs time and a test server's data is thrown away. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0' };
const TEMPLATE = 'verbond_template';

export interface TestServer {
  /** Connection string of the migrated template; see {@link copyOfTemplate}. */
  readonly templateUrl: string;
  stop(): Promise<void>;
}

/** A database of a test's own. */
export interface DatabaseCopy {
  readonly url: string;
  drop(): Promise<void>;
}

const inDatabase = (url: string, name: string): string => {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
};

async function administer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One throw-away server with one migrated template database, for a whole test run. */
export async function startTestDatabase(migrations: Migrations): Promise<TestServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), whenRunning: 'refuse', settings: FAST });
  await administer(server.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  const templateUrl = inDatabase(server.url, TEMPLATE);
  await migrate(templateUrl, migrations);
  return {
    templateUrl,
    async stop() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of its own for one test file, copied from the template in milliseconds. */
export function copyOfTemplate(): Promise<DatabaseCopy> {
  return administer(testServer(), (client) => copyOf(TEMPLATE, client));
}

/**
 * The same with something in it: whoever asks first in a test run has it filled, all others copy.
 * @param name of what is in it @param fill leaves no connection behind
 */
export function copyOfFilled(name: string, fill: (url: string) => Promise<void>): Promise<DatabaseCopy> {
  return administer(testServer(), async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]); // until this connection ends
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) {
      const made = await copyOf(TEMPLATE, client);
      await fill(made.url);
      await client.query(`ALTER DATABASE ${new URL(made.url).pathname.slice(1)} RENAME TO ${name}`);
    }
    return copyOf(name, client);
  });
}

function testServer(): string {
  const templateUrl = process.env.TEST_DATABASE_URL;
  if (templateUrl === undefined) throw new Error('No test database: run this test through `npm test` or `npm run jest`.');
  return templateUrl;
}

async function copyOf(template: string, client: pg.Client): Promise<DatabaseCopy> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: inDatabase(testServer(), name),
    drop: () => administer(testServer(), async (other) => { await other.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`); }),
  };
}
