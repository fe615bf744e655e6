import { parseArgs } from 'node:util';
import { Logger } from '@nestjs/common';
import { reminders } from './reminders.js';
import { simulate } from './simulation/simulation.js';

const USAGE = `Kills real processes while they work, and counts what came of it.

Usage: npm run -s chaos -- reminders [--reminders 10000] [--kills 200] [--seed 1] [--queue redis|postgres] [--json]
       npm run -s chaos -- simulation [--seeds 10000] [--seed 1] [--json]

  reminders   an api, three workers, PostgreSQL, Redis and a mail server with faults; every kill is a kill -9
  simulation  the sender in a world of chance, a month a seed, from --seed on

--json writes one JSON object on standard output; progress goes to standard error.
Exit codes: 0 nothing lost, nothing doubled; 1 something was; 2 wrong usage.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reminders: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '10000' },
    queue: { type: 'string', default: 'redis' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const count = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : NaN);
const [seed, kills, due, seeds] = [values.seed, values.kills, values.reminders, values.seeds].map(count) as [number, number, number, number];
const usable = ![seed, kills, due, seeds].some(Number.isNaN) && ['redis', 'postgres'].includes(values.queue);
const [what] = positionals;

if (values.help || !usable || (what !== 'reminders' && what !== 'simulation')) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}
const found = what === 'reminders' ? await storm() : await months();
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
