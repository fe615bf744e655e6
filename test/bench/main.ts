import { proposals, PROPOSALS_HELP } from './proposals/proposals.js';
import { ranking, RANKING_HELP } from './ranking/ranking.js';

const USAGE = `Measures Verbond side by side with what one would use instead.

Usage: npm run -s bench -- <name> [options]

  ranking   partners by themes: in memory, in PostgreSQL, in a search library
  proposals whole consortia for real calls: how good, how quick

Every name takes --json (one JSON object on standard output) and --help. Progress goes to standard error.
`;

const BENCHES = new Map([
  ['ranking', { run: ranking, help: RANKING_HELP }],
  ['proposals', { run: proposals, help: PROPOSALS_HELP }],
]);

const [name, ...given] = process.argv.slice(2);
const bench = BENCHES.get(name ?? '');
if (bench === undefined) {
  console.log(USAGE);
  process.exitCode = name === undefined || name === '--help' ? 0 : 2;
} else if (given.includes('--help')) console.log(bench.help);
else await bench.run(given).catch(complain);

function complain(error: Error): void {
  console.error(error);
  process.exitCode = 1;
}
