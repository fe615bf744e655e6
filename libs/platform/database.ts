import path from 'node:path';
import { runMigrations as migrateQueue } from 'bullmq';
import pg from 'pg';
import { DataSource, getMetadataArgsStorage, type MigrationInterface } from 'typeorm';
import type { Config } from './config.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { Refusal } from './refusal.js';

/** A PostgreSQL to connect to, and how to let go of it. */
export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

export type Migrations = readonly (new () => MigrationInterface)[];

const CONNECTIONS = 20;

/**
 * A connection of a pool. That it is lost is told by the query that fails on it; between two queries nobody listens, and what
 * nobody hears would end the process.
 */
export class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/**
 * The server named by DATABASE_URL, or the embedded one in the data folder.
 * @param whenRunning what to do when another process already runs the embedded server
 * @throws Refusal with one sentence when there is no server to be had
 */
export async function openDatabaseServer(config: Config, whenRunning: 'refuse' | 'attach'): Promise<DatabaseServer> {
  if (config.databaseUrl === undefined) {
    return startEmbeddedPostgres({ folder: path.join(config.dataFolder, 'postgres'), whenRunning });
  }
  await expectAnswer(config.databaseUrl);
  return { url: config.databaseUrl, stop: () => Promise.resolve() };
}

async function expectAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = error instanceof Error && error.message !== '' ? error.message : String((error as { code?: string }).code);
    throw new Refusal(`The database ${host}${pathname} of DATABASE_URL does not answer: ${reason}.`);
  }
}

/** One pool of connections for the whole process, for every entity that it has loaded; never synchronises the schema. */
export async function connect(url: string, migrations: Migrations = []): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities: getMetadataArgsStorage().tables.map(({ target }) => target),
    migrations: [...migrations],
    migrationsTableName: 'schema_migrations',
    synchronize: false,
    poolSize: CONNECTIONS,
    connectTimeoutMS: 5000,
    extra: { options: '-c timezone=UTC', keepAlive: true, Client: PooledClient },
    poolErrorHandler: () => undefined, // a lost idle connection is replaced by the next query
    parseInt8: true,
  });
  return source.initialize();
}

/** Brings the database to this release's schema; several processes may call it at once: one migrates, the rest wait. */
export async function migrate(url: string, migrations: Migrations): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url });
  await lock.connect();
  try {
    await lock.query(`SELECT pg_advisory_lock(hashtext('verbond migrations'))`);
    const source = await connect(url, migrations);
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      await migrateQueue(lock);
      return ran.map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}

/** Nest's injection token of the connection string that this process uses. */
export const DATABASE_URL = Symbol('DATABASE_URL');
