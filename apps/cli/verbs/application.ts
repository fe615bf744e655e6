import { writeFile } from 'node:fs/promises';
import { COMMAND_LINE } from '#libs/accounts';
import { APPLICATION_FORMS, ApplicationExports, type ApplicationFormat } from '#libs/partnerships';
import { Failure } from '#libs/platform';
import { withFeatures } from '../installation.js';
import { answer, required, say, UsageError, type Options, type Verb } from '../verb.js';

export const application: Verb = {
  name: 'application',
  summary: 'Writes a formed consortium into one file, as an application form asks for it.',
  usage: '--consortium ID [--format json|xlsx|csv] [--out FILE]',
  options: {
    consortium: { value: 'ID', meaning: 'the consortium', required: true },
    format: { value: 'FORMAT', meaning: 'json, xlsx or csv (json)' },
    out: { value: 'FILE', meaning: 'where to write it (application-ID.FORMAT, here)' },
  },
  exits: { 0: 'written', 1: 'refused, with the reason', 2: 'wrong usage' },
  run: (options) => {
    const format = formatOf(options);
    return withFeatures(async (app) => {
      try {
        const { fileName, mediaType, content } = await app.get(ApplicationExports).write(COMMAND_LINE, required(options, 'consortium'), format);
        const file = options.values.get('out') ?? fileName;
        await writeFile(file, content);
        answer(options, { file, mediaType, bytes: content.length }, () => [file]);
        return 0;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        say(error.message);
        return 1;
      }
    });
  },
};

function formatOf(options: Options): ApplicationFormat {
  const given = options.values.get('format') ?? 'json';
  const format = (Object.keys(APPLICATION_FORMS) as ApplicationFormat[]).find((known) => known.toLowerCase() === given);
  if (format === undefined) throw new UsageError(`--format ${given} is not known: json, xlsx or csv.`);
  return format;
}
