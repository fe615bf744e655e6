import { randomUUID } from 'node:crypto';
import { DataSource, EntitySchema } from 'typeorm';
import { cpuOfProcess, ownCpu } from './cpu.js';
import type { Say } from './ranking.js';

const ORGANISATIONS = 2000;
const PARTNERS = 50;
const CHUNK = 250;
const PAIRS_A_STATEMENT = 1000;
const ROUNDS = 3;

interface Pair {
  call_id: string;
  organisation_id: string;
  rank: number;
  partner_id: string;
  score: number;
}

const Pairs = new EntitySchema<Pair>({
  name: 'bench_pairs',
  columns: {
    call_id: { type: 'uuid', primary: true },
    organisation_id: { type: 'uuid', primary: true },
    rank: { type: 'smallint', primary: true },
    partner_id: { type: 'uuid' },
    score: { type: 'double precision' },
  },
});

/** Storing the answers of 2,000 organisations: a row a pair through TypeORM's `insert()`, over our row an organisation. */
export async function measureStore(url: string, say: Say): Promise<{ insertRatio: number }> {
  say(`store: ${ORGANISATIONS} organisations with ${PARTNERS} partners each`);
  const database = await new DataSource({ type: 'postgres', url, entities: [Pairs], poolSize: 1 }).initialize();
  await database.query(`
    DROP TABLE IF EXISTS bench_pairs, bench_rows;
    CREATE TABLE bench_pairs (call_id uuid, organisation_id uuid, rank smallint, partner_id uuid, score double precision,
      PRIMARY KEY (call_id, organisation_id, rank));
    CREATE TABLE bench_rows (call_id uuid, organisation_id uuid, partners uuid[], scores double precision[],
      PRIMARY KEY (call_id, organisation_id));
  `);
  const [{ pid } = { pid: 0 }] = await database.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid');
  const cpuOf = async (work: () => Promise<void>): Promise<number> => {
    const before = ownCpu() + cpuOfProcess(pid);
    await work();
    return ownCpu() + cpuOfProcess(pid) - before;
  };

  const seconds = { theirs: 0, ours: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const answers = Array.from({ length: ORGANISATIONS }, makeAnswer);
    const call = randomUUID();
    seconds.theirs += await cpuOf(() => insertPairs(database, call, answers));
    seconds.ours += await cpuOf(() => insertRows(database, call, answers));
  }
  await database.destroy();
  return { insertRatio: seconds.theirs / seconds.ours };
}

interface Answer {
  organisation_id: string;
  partners: string[];
  scores: number[];
}

function makeAnswer(): Answer {
  return {
    organisation_id: randomUUID(),
    partners: Array.from({ length: PARTNERS }, () => randomUUID()),
    scores: Array.from({ length: PARTNERS }, () => Math.random()),
  };
}

async function insertPairs(database: DataSource, call: string, answers: readonly Answer[]): Promise<void> {
  const pairs = answers.flatMap(({ organisation_id, partners, scores }) =>
    partners.map((partner_id, rank): Pair => ({ call_id: call, organisation_id, rank, partner_id, score: scores[rank] ?? 0 })),
  );
  for (let from = 0; from < pairs.length; from += PAIRS_A_STATEMENT) {
    await database.createQueryBuilder().insert().into(Pairs).values(pairs.slice(from, from + PAIRS_A_STATEMENT)).execute();
  }
}

/** As the service of `suggestions` stores a chunk. */
async function insertRows(database: DataSource, call: string, answers: readonly Answer[]): Promise<void> {
  for (let from = 0; from < answers.length; from += CHUNK) {
    await database.query(
      `INSERT INTO bench_rows SELECT $1, r.organisation_id, r.partners, r.scores
       FROM jsonb_to_recordset($2) AS r (organisation_id uuid, partners uuid[], scores double precision[])`,
      [call, JSON.stringify(answers.slice(from, from + CHUNK))],
    );
  }
}
