import { buildThemeIndex, exactScan, filteredScan, layOut, type Columns, type Crowd, type Scan, type ScanQuestion } from '#libs/matching';
import { streamingRate, touchedBytes } from './bandwidth.js';
import { cpuOf } from './cpu.js';
import { explainedMillisP95 } from './explained.js';
import { byFullText, bySql, loadTables } from './in-sql.js';
import { inLibrary, LIBRARY } from './library.js';
import type { Say } from './ranking.js';
import { isSame } from './same-answer.js';
import { Backend } from './server.js';
import { makeQuestions, makeWorld, type World } from './world.js';

const K = 20;
const QUESTIONS = 50;
const ROUNDS = 5;
/** Questions put to the database at 10,000, 100,000 and 1,000,000 organisations: some seconds' worth. */
const SQL_QUESTIONS = (size: number): number => (size <= 10_000 ? 50 : size <= 100_000 ? 20 : 5);
/** Above, the objects that a directory is given as do not fit beside the rest. */
const MOST_EXPLAINED = 100_000;

export interface SizeFigures {
  /** CPU time of one question to the kernel; ratios below are theirs over ours. */
  readonly microsPerQuery: number;
  readonly sqlRatio: number;
  readonly fullTextRatio: number;
  readonly libraryRatio: number;
  readonly library: string;
  /** Share of the questions with the same first 20 as the SQL aggregate. */
  readonly equalTop20: number;
  readonly buildSeconds: number;
  readonly bytesPerOrganisation: number;
  readonly explainedMillisP95: number | null;
  readonly bandwidthShare: number;
  /** The same of the engine without the kernel, its reference and fallback. */
  readonly typescript: { readonly microsPerQuery: number; readonly sqlRatio: number; readonly fullTextRatio: number };
}

/** Everything at one size, in rounds: each method in turn, so that a noisy neighbour is shared by all. */
export async function measureSize(url: string, size: number, say: Say): Promise<SizeFigures> {
  say(`${size}: making the directory`);
  const world = makeWorld(size);
  const engines = buildEngines(world);
  const questions = makeQuestions(world, QUESTIONS, K);
  const [sql, fullText] = [await Backend.open(url), await Backend.open(url)];
  say(`${size}: loading PostgreSQL and ${LIBRARY}`);
  await loadTables(sql.client, world, engines.crowd.themes);
  const searchLibrary = inLibrary(world);

  say(`${size}: side by side`);
  for (const scan of [engines.typescript, engines.kernel]) warmUp(scan, questions);
  const seconds = { typescript: 0, kernel: 0, library: 0, sql: -sql.cpu(), fullText: -fullText.cpu() };
  const asked = questions.slice(0, SQL_QUESTIONS(size));
  let equal = 0;
  for (let round = 0; round < ROUNDS; round++) {
    seconds.typescript += cpuOf(() => { for (const question of questions) engines.typescript(question); });
    seconds.kernel += cpuOf(() => { for (const question of questions) engines.kernel(question); });
    for (const question of asked.filter((_, i) => i % ROUNDS === round)) {
      seconds.library += cpuOf(() => { searchLibrary(question.asker, K); });
      await byFullText(fullText.client, world, question);
      const theirs = await bySql(sql.client, world, question);
      if (isSame(engines.kernel(question), theirs)) equal += 1;
    }
  }
  const each = {
    typescript: seconds.typescript / (ROUNDS * questions.length),
    kernel: seconds.kernel / (ROUNDS * questions.length),
    library: seconds.library / asked.length,
    sql: (seconds.sql + sql.cpu()) / asked.length,
    fullText: (seconds.fullText + fullText.cpu()) / asked.length,
  };
  await sql.close();
  await fullText.close();

  say(`${size}: explained answers and bandwidth`);
  const bytes = questions.reduce((sum, question) => sum + touchedBytes(engines, question), 0) / questions.length;
  return {
    microsPerQuery: each.kernel * 1e6,
    sqlRatio: each.sql / each.kernel,
    fullTextRatio: each.fullText / each.kernel,
    libraryRatio: each.library / each.kernel,
    library: LIBRARY,
    equalTop20: equal / asked.length,
    buildSeconds: engines.buildSeconds,
    bytesPerOrganisation: engines.bytes / size,
    explainedMillisP95: size <= MOST_EXPLAINED ? explainedMillisP95(world) : null,
    bandwidthShare: bytes / each.kernel / streamingRate(bytes),
    typescript: {
      microsPerQuery: each.typescript * 1e6,
      sqlRatio: each.sql / each.typescript,
      fullTextRatio: each.fullText / each.typescript,
    },
  };
}

export interface Engines {
  readonly crowd: Crowd;
  readonly columns: Columns;
  readonly typescript: Scan;
  readonly kernel: Scan;
  readonly buildSeconds: number;
  /** Of both engines together. */
  readonly bytes: number;
}

/** @throws Error where there is no WebAssembly with SIMD */
export function buildEngines(world: World): Engines {
  let built: Omit<Engines, 'buildSeconds' | 'bytes'> | undefined;
  const buildSeconds = cpuOf(() => {
    const crowd = { themes: buildThemeIndex(world.tree, [world.interests]), group: world.group, idHash: world.idHash };
    const columns = layOut(crowd);
    if (columns !== undefined) built = { crowd, columns, typescript: exactScan(crowd), kernel: filteredScan(crowd, columns) };
  });
  if (built === undefined) throw new Error('The bench needs WebAssembly with SIMD.');
  const { themes, group, idHash } = built.crowd;
  const sums = 8 * themes.holders;
  const arrays = [themes.start, themes.holder, themes.steps, group, idHash, built.columns.kernel.bytes];
  return { ...built, buildSeconds, bytes: arrays.reduce((sum, { byteLength }) => sum + byteLength, sums) };
}

const WARM_SECONDS = 0.5;

/** Until the engine's code is compiled for good. */
export function warmUp(scan: Scan, questions: readonly ScanQuestion[]): void {
  for (let spent = 0; spent < WARM_SECONDS; ) {
    spent += cpuOf(() => { for (const question of questions) scan(question); });
  }
}
