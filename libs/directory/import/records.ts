import { csvRecords } from './csv-records.js';
import { UnreadableFile } from './file-format.js';
import { Row } from './row.js';
import type { SourceFile } from './source-file.js';

/**
 * The rows of a CSV file with a header; columns beyond those asked for are free.
 * @throws UnreadableFile when a column of `needed` is missing
 */
export async function* csvRows(source: SourceFile, needed: readonly string[]): AsyncGenerator<Row> {
  let header: readonly string[] | undefined;
  for await (const { line, cells, problem } of csvRecords(source.lines())) {
    if (header === undefined) {
      header = headerOf(cells ?? [], needed);
    } else if (cells?.length === header.length) {
      const values = header.map((column, index) => [column, cells[index]] as const);
      yield new Row(line, Object.fromEntries(values));
    } else {
      yield brokenRow(line, problem ?? `there are ${cells?.length ?? 0} columns where the header has ${header.length}`);
    }
  }
  if (header === undefined) throw new UnreadableFile('it is empty');
}

function headerOf(cells: readonly string[], needed: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim());
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0) throw new UnreadableFile(`the first line does not name the columns ${missing.join(', ')}`);
  return header;
}

/** The rows of a file with one JSON object a line; empty lines are passed over. */
export async function* jsonRows(source: SourceFile): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of source.lines()) {
    line += 1;
    if (text.trim() !== '') yield jsonRow(line, text);
  }
  if (line === 0) throw new UnreadableFile('it is empty');
}

function jsonRow(line: number, text: string): Row {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return new Row(line, value);
    return brokenRow(line, 'the line is not a JSON object');
  } catch (error) {
    return brokenRow(line, `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function brokenRow(line: number, reason: string): Row {
  const row = new Row(line, {});
  row.refuse('', reason);
  return row;
}
