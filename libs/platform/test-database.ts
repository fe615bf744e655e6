import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Migrations } from './database.js';
import { migrate } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';

/** Durability costs time and a test server's data is thrown away. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const TEMPLATE = 'verbond_template';

export interface TestServer {
  /** Connection string of the migrated template; see {@link copyOfTemplate}. */
  readonly templateUrl: string;
  stop(): Promise<void>;
}

const inDatabase = (url: string, name: string): string => {
  const target = new URL(url);
  target.pathname = `/${name}`;
  return target.href;
};

async function administer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** One throw-away server with one migrated template database, for a whole test run. */
export async function startTestDatabase(migrations: Migrations): Promise<TestServer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-test-'));
  fs.chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), whenRunning: 'refuse', settings: FAST });
  await administer(server.url, `CREATE DATABASE ${TEMPLATE}`);
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
export async function copyOfTemplate(): Promise<{ url: string; drop(): Promise<void> }> {
  const templateUrl = process.env.TEST_DATABASE_URL;
  if (templateUrl === undefined) throw new Error('No test database: run this test through `npm test` or `npm run jest`.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(templateUrl, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  return {
    url: inDatabase(templateUrl, name),
    drop: () => administer(templateUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
