import { once } from 'node:events';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import pg from 'pg';
import { buildIndex } from '#libs/matching';
import { readDirectory, readStamp, type Query } from './directory-reader.js';
import { END, messagesOf } from './hand-over.js';
import type { Snapshot } from './snapshot.js';

// A thread of its own: reads the whole directory, makes it ready for questions, hands it over and ends.

/** What crosses over; the rest of a snapshot is made of it. */
export type Taken = Pick<Snapshot, 'stamp' | 'index' | 'taken' | 'codes' | 'callVectors'>;

async function take(connectionString: string): Promise<Taken> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' });
  await client.connect();
  try {
    const query: Query = async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T[];
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const stamp = await readStamp(query);
    const { data, candidates, callVectors } = await readDirectory(query);
    return {
      stamp,
      index: buildIndex(data),
      taken: new Map(candidates.map((candidate) => [candidate.code, candidate])),
      codes: new Map(candidates.map(({ id, code }) => [id, code])),
      callVectors,
    };
  } finally {
    await client.end();
  }
}

/** Message by message, each when the one before was taken. */
async function handOver(port: MessagePort, taken: Taken): Promise<void> {
  for (const { message, given } of messagesOf(taken)) {
    port.postMessage(message, given);
    await once(port, 'message');
  }
  port.postMessage(END);
  port.close();
}

if (parentPort !== null) await handOver(parentPort, await take(workerData as string));
