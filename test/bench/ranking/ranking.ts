import { parseArgs } from 'node:util';
import { measureBatch } from './batch.js';
import { measureQueue } from './queue.js';
import { startServer } from './server.js';
import { measureSize, type SizeFigures } from './sizes.js';
import { measureStore } from './store.js';

/** Tells how far the bench is. */
export type Say = (what: string) => void;

const DEFAULT_SIZES = '10000,100000';
/** Less has no 20 partners for everybody. */
const FEWEST = 100;

export const RANKING_HELP = `Ranks partners by themes, country and type, side by side on seeded data: the scan in memory (kernel and
TypeScript), one SQL aggregate and full-text search in PostgreSQL, and a search library. All figures are CPU time;
a ratio is theirs over ours, a share a fraction. Starts a PostgreSQL of its own and removes it. Linux only.

Usage: npm run -s bench -- ranking [--n ${DEFAULT_SIZES}] [--json]

  --n       numbers of organisations, separated by commas (default ${DEFAULT_SIZES}, about two minutes;
            1000000 takes some minutes and 4 GB)
  --json    one JSON object on standard output, else a table
  --help    this text`;

interface Figures {
  readonly sizes: Readonly<Record<string, SizeFigures>>;
  /** Time of a question at the larger size over that at the smaller. */
  readonly growth: Readonly<Record<string, number>>;
  readonly batch: { readonly sqlRatio: number };
  readonly store: { readonly insertRatio: number };
  readonly queue: { readonly overheadShare: number };
}

/** @throws Error for options that it does not know, RangeError for sizes that cannot be. */
export async function ranking(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { n: { type: 'string', default: DEFAULT_SIZES }, json: { type: 'boolean' } } });
  const sizes = values.n.split(',').map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size >= FEWEST)) {
    throw new RangeError(`--n takes whole numbers from ${FEWEST}, not "${values.n}".`);
  }
  const figures = rounded(await measure(sizes.sort((a, b) => a - b)));
  if (values.json === true) console.log(JSON.stringify(figures));
  else show(figures);
}

async function measure(sizes: readonly number[]): Promise<Figures> {
  const started = performance.now();
  const say: Say = (what) => { console.error(`[${((performance.now() - started) / 1000).toFixed(0)} s] ${what}`); };
  const server = await startServer();
  try {
    const queue = await measureQueue(server, say);
    const store = await measureStore(server.url, say);
    const batch = await measureBatch(server.url, say);
    const bySize: [string, SizeFigures][] = [];
    for (const size of sizes) bySize.push([String(size), await measureSize(server.url, size, say)]);
    const steps = bySize.slice(1).map(([to, { microsPerQuery }], i): [string, number] => {
      const [from = '', before] = bySize[i] ?? [];
      return [`${from}-${to}`, microsPerQuery / (before?.microsPerQuery ?? 0)];
    });
    return { sizes: Object.fromEntries(bySize), growth: Object.fromEntries(steps), batch, store, queue };
  } finally {
    await server.stop();
  }
}

const DIGITS = 4;

/** All numbers to four digits: more would be noise. */
function rounded(figures: Figures): Figures {
  const round = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value);
  return JSON.parse(JSON.stringify(figures, round)) as Figures;
}

function show({ sizes, ...others }: Figures): void {
  const table = Object.entries(sizes).map(([size, { typescript, ...figures }]) => [
    size,
    { ...figures, 'TypeScript micros': typescript.microsPerQuery, 'TypeScript sqlRatio': typescript.sqlRatio, 'TypeScript fullTextRatio': typescript.fullTextRatio },
  ] as const);
  const names = Object.keys(table[0]?.[1] ?? {});
  console.table(Object.fromEntries(names.map((name) => [name, Object.fromEntries(table.map(([size, row]) => [size, (row as Record<string, unknown>)[name]]))])));
  console.log(others);
}
