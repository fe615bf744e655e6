import { buildThemeIndex, themeScan } from '#libs/matching';
import { cpuOf } from './cpu.js';
import { batchBySql, loadTables } from './in-sql.js';
import type { Say } from './ranking.js';
import { Backend } from './server.js';
import { warmUp } from './sizes.js';
import { makeCalls, makeQuestion, makeWorld } from './world.js';

const SIZE = 10_000;
const K = 50;
/** Askers of the SQL statement; its time for all is estimated in proportion. */
const SQL_SAMPLE = 50;

/** The first 50 for every organisation of one call: one SQL statement’s CPU time over ours, both given the terms. */
export async function measureBatch(url: string, say: Say): Promise<{ sqlRatio: number }> {
  say(`batch: ${SIZE} organisations of one call, the SQL estimated from ${SQL_SAMPLE}`);
  const world = makeWorld(SIZE);
  const themes = buildThemeIndex(world.tree, [world.interests]);
  const scan = themeScan({ themes, group: world.group, idHash: world.idHash });
  const [call] = makeCalls(1);
  if (call === undefined) throw new Error('no call');
  const questions = Array.from({ length: SIZE }, (_, asker) => makeQuestion(world, asker, call, K));
  const backend = await Backend.open(url);
  await loadTables(backend.client, world, themes);

  warmUp(scan, questions.slice(0, 500));
  const sample = questions.filter(({ asker }) => asker % (SIZE / SQL_SAMPLE) === 0);
  const before = backend.cpu();
  await batchBySql(backend.client, world, sample);
  const theirs = ((backend.cpu() - before) * SIZE) / SQL_SAMPLE;
  const ours = cpuOf(() => { for (const question of questions) scan(question); });
  await backend.close();
  return { sqlRatio: theirs / ours };
}
