import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { emptyFolder } from './data-folder.js';
import type { Settings } from './processes.js';
import { runCli } from './verbond.js';

/** A database with the demo in it, on the server of the test run. */
export interface DemoDatabase {
  readonly url: string;
  /** What a process needs to run the demo on it, with a data folder for its mails. */
  readonly settings: Settings;
  drop(): Promise<void>;
}

const SMALL_DEMO = 'verbond_small_demo';
const SECRET = 'a secret that all processes of a test share';

/** Seven hundred organisations are enough for three chunks a call, and leave the machine time for the tests. */
const TRIM = `
  DELETE FROM organisations WHERE source = 'keep.eu'
    AND id NOT IN (SELECT id FROM organisations WHERE source = 'keep.eu' ORDER BY code LIMIT 600);
  SELECT note_directory_change();`;

/** A copy of the demo, made in milliseconds; the first that is asked for in a test run is loaded and trimmed. */
export async function demoDatabase(): Promise<DemoDatabase> {
  const name = `demo_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query(`SELECT pg_advisory_lock(hashtext('${SMALL_DEMO}'))`);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [SMALL_DEMO]);
    if (rowCount === 0) await load(client);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${SMALL_DEMO}`);
  });
  return {
    url: urlOf(name),
    settings: settingsFor(name),
    drop: () => onServer((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function load(client: pg.Client): Promise<void> {
  const name = `${SMALL_DEMO}_in_the_making`;
  await client.query(`CREATE DATABASE ${name}`);
  const { code, stderr } = await runCli(['demo'], settingsFor(name));
  if (code !== 0) throw new Error(`The demo was not loaded: ${stderr}`);
  await inDatabase(urlOf(name), (database) => database.query(TRIM));
  await client.query(`ALTER DATABASE ${name} RENAME TO ${SMALL_DEMO}`);
}

const settingsFor = (database: string): Settings => ({
  DATABASE_URL: urlOf(database),
  VERBOND_MODE: 'demo',
  VERBOND_DATA: emptyFolder(),
  VERBOND_SECRET: SECRET,
});

function urlOf(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL!);
  url.pathname = `/${database}`;
  return url.href;
}

const onServer = (work: (client: pg.Client) => Promise<unknown>): Promise<void> => inDatabase(urlOf('postgres'), work);

/** Looks into a database behind the back of its processes. */
export async function inDatabase(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** The rows of one question. */
export async function rowsOf<T extends object>(url: string, sql: string): Promise<T[]> {
  let rows: T[] = [];
  await inDatabase(url, async (client) => {
    ({ rows } = await client.query<T>(sql));
  });
  return rows;
}
