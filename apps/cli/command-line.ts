import { application } from './verbs/application.js';
import { bounce } from './verbs/bounce.js';
import { calls } from './verbs/calls.js';
import { check } from './verbs/check.js';
import { clock } from './verbs/clock.js';
import { demo } from './verbs/demo.js';
import { evaluate } from './verbs/evaluate.js';
import { importVerb } from './verbs/import.js';
import { mail } from './verbs/mail.js';
import { match } from './verbs/match.js';
import { migrateVerb } from './verbs/migrate.js';
import { propose } from './verbs/propose.js';
import { remind } from './verbs/remind.js';
import { split } from './verbs/split.js';
import { suggest } from './verbs/suggest.js';
import { train } from './verbs/train.js';
import { helpOf, readOptions, UsageError, type Verb } from './verb.js';

export const VERBS: readonly Verb[] = [
  importVerb, suggest, check, match, propose, application, calls, remind, mail, bounce, clock, migrateVerb, demo, split, train, evaluate,
];

const USAGE = `Verbond forms transnational consortia and keeps their deadlines.

Usage: npm run -s verbond -- <verb> [options]

${VERBS.map(({ name, summary }) => `  ${name.padEnd(13)}${summary}`).join('\n')}

Every verb takes --json (one JSON object on standard output) and --help.
Exit codes: 0 done, 1 not done, 2 done in part or wrong usage.
`;

/** Does what a command line asks. @param args the verb and all that follows it @returns the exit code */
export async function runCommand([name, ...given]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb === undefined) {
    console.error(`There is no verb "${name}".\n\n${USAGE}`);
    return 2;
  }
  return runVerb(verb, given);
}

async function runVerb(verb: Verb, given: string[]): Promise<number> {
  try {
    const options = readOptions(verb, given);
    if (options.flags.has('help')) {
      console.log(helpOf(verb));
      return 0;
    }
    return await verb.run(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${helpOf(verb)}`);
    return 2;
  }
}
