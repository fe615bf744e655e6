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

  const total = (): number => ownCpu() + cpuOfServer(server.postmaster);
  const before = total();
  let work = 0;
  let done = 0;
  await new Promise<void>((resolve, reject) => {
    queues.work({
      queue: 'matching',
      process: ({ data }) => {
        const { number } = data as { number: number };
        work += cpuOf(() => {
          for (const asker of index.organisations.slice(number * CHUNK, (number + 1) * CHUNK)) ask(asker).rank({ k: KEPT });
        });
        done += 1;
        if (done === CHUNKS) resolve();
        return Promise.resolve();
      },
    });
    const jobs = Array.from({ length: CHUNKS }, (_, number) => ({ name: 'chunk', data: { number } }));
    queues.queue('matching').addBulk(jobs).catch(reject);
  });
  await queues.beforeApplicationShutdown();
  return { overheadShare: 1 - work / (total() - before) };
}
