import { ranking, RANKING_HELP } from './ranking/ranking.js';

const USAGE = `Measures Verbond side by side with what one would use instead.

Usage: npm run -s bench -- <name> [options]

  ranking   partners by themes: in memory, in PostgreSQL, in a search library

Every name takes --json (one JSON object on standard output) and --help. Progress goes to standard error.
`;

const [name, ...given] = process.argv.slice(2);
if (name === 'ranking') {
  if (given.includes('--help')) console.log(RANKING_HELP);
  else await ranking(given).catch(complain);
} else {
  console.log(USAGE);
  process.exitCode = name === undefined || name === '--help' ? 0 : 2;
}

function complain(error: Error): void {
  console.error(error);
  process.exitCode = 1;
}
