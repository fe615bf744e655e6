import { callFormats } from '#libs/calls';
import { directoryFormats, importFiles } from '#libs/directory';
import { connect } from '#libs/platform';
import { ImportProgress } from '../import-progress.js';
import { openInstallation } from '../installation.js';
import { answer, UsageError, type Options, type Verb } from '../verb.js';

export const importVerb: Verb = {
  name: 'import',
  summary: 'Reads organisations, projects, calls and themes from files or folders, also .gz.',
  usage: '<folder|file…> [--strict]',
  options: { strict: { meaning: 'import nothing of a file that has a bad row' } },
  exits: { 0: 'all rows are in', 1: 'nothing could be read', 2: 'some rows were rejected' },
  run,
};

async function run(options: Options): Promise<number> {
  if (options.positionals.length === 0) throw new UsageError('Name a file or folder to import.');
  const { server } = await openInstallation('attach');
  const database = await connect(server.url);
  const progress = new ImportProgress();
  try {
    const report = await importFiles(database, [...options.positionals], [...directoryFormats, ...callFormats], {
      strict: options.flags.has('strict'),
      onProgress: progress.show,
    });
    progress.stop();
    answer(options, report, () => [
      ...report.files.map(
        ({ file, rows, created, updated, unchanged, rejected }) =>
          `${file}: ${rows} rows, ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`,
      ),
      ...report.rejects.map(({ file, line, field, reason }) => [line > 0 ? `${file}:${line}` : file, field, reason].filter(Boolean).join(': ')),
    ]);
    if (report.files.every(({ rows }) => rows === 0)) return 1;
    return report.rejects.length > 0 ? 2 : 0;
  } finally {
    await database.destroy();
    await server.stop();
  }
}
