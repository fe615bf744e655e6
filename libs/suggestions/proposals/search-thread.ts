import { parentPort, workerData } from 'node:worker_threads';
import { searchFor } from './proposal-search.js';
import type { ProposalWork } from './proposal-work.js';

export type { SearchEvent } from './proposal-search.js';

// A thread of its own: the solver does not let go of the thread that it runs in until it ends.

await searchFor(workerData as ProposalWork, (event) => { parentPort?.postMessage(event); });
