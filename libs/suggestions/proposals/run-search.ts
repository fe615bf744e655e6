import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { projectFile } from '#libs/platform';
import type { SearchEvent, SearchOrder } from './search-thread.js';

const THREAD = 'dist/libs/suggestions/proposals/search-thread.js';

/**
 * Searches in a thread of its own, and tells what it finds as it finds it.
 * @param signal ends the thread at once, whatever it is at
 * @throws what the thread throws; when the signal ends it, an AbortError
 */
export async function* runSearch(order: SearchOrder, signal: AbortSignal): AsyncGenerator<SearchEvent> {
  signal.throwIfAborted();
  const thread = new Worker(projectFile(THREAD), { workerData: order });
  try {
    for await (const [event] of on(thread, 'message', { signal, close: ['exit'] }) as AsyncIterable<[SearchEvent]>) {
      yield event;
      if (event.kind === 'end') return;
    }
    throw new Error('The thread that searches ended before its time.');
  } finally {
    await thread.terminate();
  }
}
