import { on } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { projectFile } from '#libs/platform';
import { END, TakeOver, type Message } from './hand-over.js';
import type { Snapshot } from './snapshot.js';
import type { Taken } from './snapshot-thread.js';

const THREAD = 'dist/libs/suggestions/snapshot-thread.js';

/**
 * Reads the whole directory and makes it ready for questions, in a thread of its own; the event loop only takes the
 * result over, one piece a turn.
 * @param signal ends the thread
 * @throws what the thread throws
 */
export async function takeSnapshot(databaseUrl: string, signal: AbortSignal): Promise<Snapshot> {
  signal.throwIfAborted();
  const thread = new Worker(projectFile(THREAD), { workerData: databaseUrl });
  const end = () => void thread.terminate();
  signal.addEventListener('abort', end);
  try {
    const taken = (await takenOver(thread)) as Taken;
    return { ...taken, candidates: taken.taken, changed: new Map() };
  } finally {
    signal.removeEventListener('abort', end);
  }
}

async function takenOver(thread: Worker): Promise<unknown> {
  const takeOver = new TakeOver();
  for await (const [message] of on(thread, 'message', { close: ['exit'] }) as AsyncIterable<[Message | typeof END]>) {
    if (message === END) return takeOver.whole;
    takeOver.take(message);
    await setImmediate();
    thread.postMessage('next');
  }
  throw new Error('The thread that reads the directory ended before its time.');
}
