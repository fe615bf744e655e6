import { buildIndex } from '#libs/matching';
import { migrate, Queues, readConfig } from '#libs/platform';
import { cpuOf, cpuOfServer, ownCpu } from './cpu.js';
import { askerOf, directoryOf } from './explained.js';
import type { Say } from './ranking.js';
import type { BenchServer } from './server.js';
import { makeWorld } from './world.js';

const SIZE = 10_000;
const CHUNK = 250;
const CHUNKS = 8;
const KEPT = 100;

/** CPU time that the queue takes of all that is spent on chunks of a call, on PostgreSQL: the server's, and ours. */
export async function measureQueue(server: BenchServer, say: Say): Promise<{ overheadShare: number }> {
  say(`queue: ${CHUNKS} chunks of ${CHUNK} at ${SIZE} organisations`);
  await migrate(server.url, []);
  const world = makeWorld(SIZE);
  const index = buildIndex(directoryOf(world));
  const ask = askerOf(index, world);
  const queues = new Queues({ ...readConfig({}), redisUrl: undefined }, server.url);

  let work = 0;
  let finished: () => void = () => undefined;
  queues.work({
    queue: 'matching',
    process: ({ data }) => {
      const { number } = data as { number: number };
      work += cpuOf(() => {
        for (const asker of index.organisations.slice(number * CHUNK, (number + 1) * CHUNK)) ask([asker]).rank(KEPT);
      });
      if (number === CHUNKS) finished();
      return Promise.resolve();
    },
  });
  /** The chunks from one number to another, the last of which is the last to be worked on. */
  const workOff = async (from: number): Promise<void> => {
    const done = new Promise<void>((resolve) => (finished = resolve));
    const jobs = Array.from({ length: CHUNKS + 1 - from }, (_, i) => ({ name: 'chunk', data: { number: from + i } }));
    await queues.queue('matching').addBulk(jobs);
    await done;
  };

  await workOff(CHUNKS); // connections are open and code is compiled from here on
  work = 0;
  const total = (): number => ownCpu() + cpuOfServer(server.postmaster);
  const before = total();
  await workOff(1);
  const overheadShare = 1 - work / (total() - before);
  await queues.beforeApplicationShutdown();
  return { overheadShare };
}
