import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { bundledDatabase } from '#libs/calls';
import { BUNDLED_DATA } from '#libs/directory';
import { Clock, PlatformModule, readConfig } from '#libs/platform';
import { MatchingProcessor } from '../matching.processor.js';
import { SnapshotsService } from '../snapshots.service.js';
import { SuggestionsModule } from '../suggestions.module.js';

const DEMO_START = new Date('2023-09-04T07:00:00Z');

export interface SuggestionsApp {
  readonly app: INestApplicationContext;
  readonly database: DataSource;
  idOf(table: 'organisations' | 'calls', code: string): Promise<string>;
  /** Moves the clock and waits until the directory of that day is read, which on a busy machine takes longer than a question waits. */
  setClock(now: Date): Promise<void>;
  /** Changes the row of an organisation, as its editor would. @param set SQL */
  change(code: string, set: string): Promise<void>;
  /** Of all chunks there are, only one is left to do: a whole call takes its time. */
  keepChunkOf(organisation: string): Promise<void>;
  /** Does every job that waits in the outbox for the queue of matching, as a worker would. */
  drain(): Promise<void>;
  /** Back to the first day of the demo, with nothing computed and nothing answered. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Real bundled data on the first day of the demo, with the services of this room. @param settings as in the environment */
export async function suggestionsApp(data = BUNDLED_DATA, settings: Readonly<Record<string, string>> = {}): Promise<SuggestionsApp> {
  const copy = await bundledDatabase(data);
  const root = { module: SuggestionsModule, imports: [PlatformModule.forRoot(readConfig(settings), copy.url)] };
  const app = await NestFactory.createApplicationContext(root, { logger: ['error'] });
  const database = app.get(DataSource);
  const setClock = async (now: Date): Promise<void> => {
    await app.get(Clock).set(now);
    await app.get(SnapshotsService).current();
  };
  await setClock(DEMO_START);
  const idOf = async (table: 'organisations' | 'calls', code: string): Promise<string> => {
    const [row] = await database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE code = $1`, [code]);
    if (row === undefined) throw new Error(`There is no ${code} among the ${table}.`);
    return row.id;
  };
  return {
    app,
    database,
    idOf,
    setClock,
    async keepChunkOf(organisation) {
      await database.query('DELETE FROM matching_chunks WHERE $1 <> ALL (organisations)', [await idOf('organisations', organisation)]);
    },
    async change(code, set) {
      await database.query(`UPDATE organisations SET ${set} WHERE code = $1`, [code]);
      await database.query('SELECT note_directory_change(array_agg(id)) FROM organisations WHERE code = $1', [code]);
    },
    async drain() {
      for (;;) {
        const jobs = await waitingJobs(database);
        if (jobs.length === 0) return;
        for (const job of jobs) await app.get(MatchingProcessor).process(job);
      }
    },
    async forget() {
      await setClock(DEMO_START);
      for (const table of ['suggestions', 'answers', 'call_demand', 'matching_runs', 'outbox']) await database.query(`DELETE FROM ${table}`);
    },
    async close() {
      await app.close();
      await copy.drop();
    },
  };
}

/** The most urgent first. */
function waitingJobs(database: DataSource): Promise<Job<{ call?: string }>[]> {
  return database.query(
    `WITH taken AS (DELETE FROM outbox WHERE queue = 'matching' RETURNING *) SELECT name, data FROM taken ORDER BY priority, id`,
  );
}
