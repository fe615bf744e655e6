import { parseArgs } from 'node:util';
import { measureProposals, type PairFigures } from './pairs.js';

const DEFAULT_PAIRS = 40;

export const PROPOSALS_HELP = `Proposes consortia of 6 to 10 for pairs of a call and a lead, drawn by a seed from the twelve bundled calls and the
organisations of the bundled register that may lead in them, and tells how good and how quick the answers are; then how
long ordinary questions take while twenty ask for consortia. Starts a PostgreSQL of its own and removes it.

Usage: npm run -s bench -- proposals [--pairs ${DEFAULT_PAIRS}] [--count 1] [--seed 1] [--json]

  --pairs   so many pairs, the calls taking turns (default ${DEFAULT_PAIRS}, about two minutes)
  --count   consortia a pair, from 1 to 5
  --json    one JSON object on standard output, else a table
  --help    this text`;

/** Goals: share of pairs proven within 1 % in this time. */
const SECONDS = 10;
const GAP = 0.01;

/** @throws Error for options that it does not know */
export async function proposals(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      pairs: { type: 'string', default: String(DEFAULT_PAIRS) },
      count: { type: 'string', default: '1' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean' },
    },
  });
  const say = (what: string) => { console.error(what); };
  const { pairs, askers } = await measureProposals(Number(values.pairs), Number(values.count), Number(values.seed), say);
  const summary = summaryOf(pairs);
  if (values.json === true) console.log(JSON.stringify({ ...summary, askers, pairs }));
  else {
    console.table(pairs);
    console.table(summary);
    console.table(askers);
  }
}

function summaryOf(pairs: readonly PairFigures[]) {
  const share = (holds: (pair: PairFigures) => boolean) => pairs.filter(holds).length / pairs.length;
  const answered = pairs.filter(({ value }) => value !== null);
  const greedy = answered.filter(({ greedyGap }) => greedyGap !== null);
  const times = pairs.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const instant = pairs.map(({ greedyMilliseconds }) => greedyMilliseconds).sort((a, b) => a - b);
  return {
    answered: answered.length / pairs.length,
    rulesMet: answered.filter(({ rulesMet }) => rulesMet).length / answered.length,
    provenInTime: share(({ gap, seconds }) => gap !== null && gap <= GAP && seconds <= SECONDS),
    provenBest: share(({ gap }) => gap === 0),
    greedyFeasible: greedy.length / answered.length,
    greedyMeanGap: greedy.reduce((sum, { greedyGap }) => sum + (greedyGap ?? 0), 0) / greedy.length,
    greedyMillisecondsMedian: quantile(instant, 0.5),
    greedyMillisecondsP95: quantile(instant, 0.95),
    secondsMedian: quantile(times, 0.5),
    secondsMost: quantile(times, 1),
  };
}

const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
