import pg from 'pg';
import { copyOfFilled, type DatabaseCopy } from '#libs/platform';
import { emptyFolder } from './data-folder.js';
import type { Settings } from './processes.js';
import { runCli } from './verbond.js';

/** A database with the demo in it, on the server of the test run. */
export interface DemoDatabase extends DatabaseCopy {
  /** What a process needs to run the demo on it, with a data folder for its mails. */
  readonly settings: Settings;
}

const SECRET = 'a secret that all processes of a test share';

/**
 * Five hundred organisations are enough for more than one chunk a call. Projects of nobody else and the calls that came
 * from other sources go as well: every process reads the directory at its start, and computes every open call anew when
 * the directory changes.
 */
const TRIM = `
  DELETE FROM organisations WHERE source = 'keep.eu'
    AND id NOT IN (SELECT id FROM organisations WHERE source = 'keep.eu' ORDER BY code LIMIT 400);
  DELETE FROM projects p WHERE NOT EXISTS (SELECT FROM participations m WHERE m.project_id = p.id);
  DELETE FROM calls WHERE source <> 'Verbond';
  SELECT note_directory_change();`;

/** A copy of the demo, made in milliseconds; the first that is asked for in a test run is loaded and trimmed. */
export async function demoDatabase(): Promise<DemoDatabase> {
  const copy = await copyOfFilled('verbond_small_demo', load);
  return { ...copy, settings: settingsFor(copy.url) };
}

async function load(url: string): Promise<void> {
  const { code, stderr } = await runCli(['demo'], settingsFor(url));
  if (code !== 0) throw new Error(`The demo was not loaded: ${stderr}`);
  await inDatabase(url, (database) => database.query(TRIM));
}

const settingsFor = (url: string): Settings => ({
  DATABASE_URL: url,
  VERBOND_MODE: 'demo',
  VERBOND_DATA: emptyFolder(),
  VERBOND_SECRET: SECRET,
});

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
