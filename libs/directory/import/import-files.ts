import type { DataSource } from 'typeorm';
import { UnreadableFile, type FileFormat, type FileReport, type Reject } from './file-format.js';
import { FileImport } from './file-import.js';
import { dataFiles, SourceFile } from './source-file.js';

export interface ImportOptions {
  /** Nothing of a file that has a bad row. */
  readonly strict?: boolean;
  /** Bytes on disk: how many of a file are read. */
  readonly onProgress?: (file: string, doneBytes: number, totalBytes: number) => void;
}

export interface ImportReport {
  /** One for each file that could be read, in the order of import. */
  readonly files: FileReport[];
  /** Every row that was not imported, with each reason; files that cannot be read stand at line 0. */
  readonly rejects: Reject[];
}

/**
 * Imports files and folders, in the order in which they depend on each other, one transaction a file: a killed import
 * leaves its file untouched, files before it stay, and a second run takes up where it ended. Importing the same file
 * again changes nothing.
 *
 * @param named files, and folders whose data files (csv, json, jsonl, each also .gz) are taken
 * @throws the database's own error when a statement fails; whatever is wrong with the files is a reject
 */
export async function importFiles(
  dataSource: DataSource,
  named: readonly string[],
  formats: readonly FileFormat[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const report: ImportReport = { files: [], rejects: [] };
  const mentioned = new Set<string>();
  const sources = dataFiles(named).map((path) => new SourceFile(path));
  for (const source of sources.filter(({ kind }) => !formats.some(({ name }) => name === kind))) {
    const unknown = `no kind of file is called ${source.kind}; known are ${kindsOf(formats)}`;
    report.rejects.push(wholeFile(source, source.exists ? unknown : 'there is no such file or folder'));
  }
  for (const format of [...formats].sort((one, other) => one.order - other.order)) {
    for (const source of sources.filter(({ kind }) => kind === format.name)) {
      const { file, rejects } = await importFile(dataSource, source, format, mentioned, options);
      if (file !== undefined) report.files.push(file);
      for (const reject of rejects) report.rejects.push(reject);
    }
  }
  // The database plans its queries by what it knows of its tables, and these may just have been filled.
  if (report.files.some(({ created, updated }) => created + updated > 0)) await dataSource.query('ANALYZE');
  return report;
}

function kindsOf(formats: readonly FileFormat[]): string {
  return formats.map(({ name }) => name).sort().join(', ');
}

function wholeFile({ path }: SourceFile, reason: string): Reject {
  return { file: path, line: 0, field: '', reason };
}

interface FileOutcome {
  readonly file?: FileReport;
  readonly rejects: readonly Reject[];
}

async function importFile(
  dataSource: DataSource,
  source: SourceFile,
  format: FileFormat,
  mentioned: Set<string>,
  { strict = false, onProgress }: ImportOptions,
): Promise<FileOutcome> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(`SELECT pg_advisory_xact_lock(hashtext('verbond import'))`); // one import at a time
    const progress = () => onProgress?.(source.path, source.doneBytes, source.totalBytes);
    const file = await FileImport.begin(source, runner, mentioned, progress);
    await format.read(file);
    const report = await file.finish(format.affects);
    const kept = !strict || file.rejects.length === 0;
    await (kept ? runner.commitTransaction() : runner.rollbackTransaction());
    return kept ? { file: report, rejects: file.rejects } : refusedAsAWhole(source, report, file.rejects);
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined); // a lost connection has rolled back by itself
    if (!(error instanceof UnreadableFile)) throw error;
    return { rejects: [wholeFile(source, `the file cannot be read: ${error.message}`)] };
  } finally {
    await runner.release().catch(() => undefined);
  }
}

function refusedAsAWhole(source: SourceFile, { file, rows, rejected }: FileReport, rejects: readonly Reject[]): FileOutcome {
  const reason = `nothing of the file is imported, because ${rejected} of its ${rows} rows cannot be`;
  return {
    file: { file, rows, created: 0, updated: 0, unchanged: 0, rejected: rows },
    rejects: [...rejects, wholeFile(source, reason)],
  };
}
