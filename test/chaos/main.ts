import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { burst } from './burst.js';
import { reminders } from './reminders.js';
import { simulate } from './simulation/simulation.js';

const USAGE = `Kills real processes while they work, and counts what came of it.

Usage: npm run -s chaos -- reminders [--reminders 10000] [--kills 200] [--seed 1] [--queue redis|postgres] [--json]
       npm run -s chaos -- simulation [--seeds 10000] [--seed 1] [--json]
       npm run -s chaos -- burst [--reminders 60000] [--json]

  reminders   an api, three workers, PostgreSQL, Redis and a mail server with faults; every kill is a kill -9
  simulation  the sender in a world of chance, a month a seed, from --seed on
  burst       kills nothing: reminders that fall due in one second, how fast they leave and the memory it takes

--json writes one JSON object on standard output; progress goes to standard error.
Exit codes: 0 nothing lost, nothing doubled; 1 something was; 2 wrong usage.
`;

/** For a worker, whatever falls due at once. */
const MOST_MEGABYTES = 512;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reminders: { type: 'string' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '10000' },
    queue: { type: 'string', default: 'redis' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const count = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NaN);
const [what] = positionals;
const many = values.reminders ?? (what === 'burst' ? '60000' : '10000');
const [seed, kills, due, seeds] = [values.seed, values.kills, many, values.seeds].map(count) as [number, number, number, number];
const usable = ![seed, kills, due, seeds].some(Number.isNaN) && ['redis', 'postgres'].includes(values.queue);
const trials = new Map([['reminders', storm], ['simulation', months], ['burst', atOnce]]);
const trial = trials.get(what ?? '');

if (values.help || !usable || trial === undefined) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const found = await trial();
if (values.json) console.log(JSON.stringify(found.answer));
else console.table(found.answer);
process.exit(found.good ? 0 : 1);

interface Found {
  readonly answer: object;
  readonly good: boolean;
}

async function storm(): Promise<Found> {
  const answer = await reminders({ reminders: due, kills, seed, queue: values.queue === 'redis' ? 'redis' : 'postgres' });
  return { answer, good: answer.lost === 0 && answer.duplicated === 0 };
}

async function atOnce(): Promise<Found> {
  const answer = await burst(due);
  return { answer, good: answer.taken === answer.reminders && answer.peakMegabytes <= MOST_MEGABYTES };
}

async function months(): Promise<Found> {
  Logger.overrideLogger(false); // its mail server is often away
  const broken: string[] = [];
  let sent = 0;
  for (let one = seed; one < seed + seeds; one += 1) {
    const month = await simulate(one);
    sent += month.sent;
    broken.push(...month.broken.map((promise) => `seed ${one}: ${promise}`));
    if ((one - seed + 1) % 1000 === 0) process.stderr.write(`${one - seed + 1} of ${seeds}\n`);
  }
  return { answer: { seed, seeds, sent, broken }, good: broken.length === 0 };
}
