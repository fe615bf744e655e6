import 'reflect-metadata';
import { runMain } from '#libs/platform';
import { runCommand } from './command-line.js';

runMain(async () => {
  process.exit(await runCommand(process.argv.slice(2)));
});
