import { parentPort, workerData } from 'node:worker_threads';
import { searchFor, type SearchOrder } from './proposal-search.js';

export type { SearchEvent, SearchOrder } from './proposal-search.js';

// A thread of its own: the solver does not let go of the thread that it runs in until it ends.

await searchFor(workerData as SearchOrder, (event) => { parentPort?.postMessage(event); });
