import { parse } from 'csv-parse/sync';

/** One record of a CSV file: its cells, or why it has none. `line` is where it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells?: readonly string[];
  readonly problem?: string;
}

/** A quoted cell may hold line ends; one that runs on for longer was never closed. */
const LONGEST_RECORD = 100;

/**
 * Splits lines into records. A record that is not CSV costs itself alone: reading goes on at the next line.
 * @param from number of the first line
 */
export async function* csvRecords(lines: AsyncIterable<string> | Iterable<string>, from = 1): AsyncGenerator<CsvRecord> {
  let open: string[] = [];
  let line = from - 1;
  for await (const text of lines) {
    line += 1;
    if (open.length === 0 && !text.includes('"')) {
      if (text !== '') yield { line, cells: text.split(',') };
      continue;
    }
    open.push(text);
    const start = line - open.length + 1;
    if (quotesAreEven(open)) yield quotedRecord(open.join('\n'), start);
    else if (open.length < LONGEST_RECORD) continue;
    else yield* afterOpenQuote(open, start);
    open = [];
  }
  if (open.length > 0) yield* afterOpenQuote(open, line - open.length + 1);
}

async function* afterOpenQuote(open: readonly string[], line: number): AsyncGenerator<CsvRecord> {
  yield { line, problem: 'a quote is opened and never closed' };
  yield* csvRecords(open.slice(1), line + 1);
}

function quotesAreEven(lines: readonly string[]): boolean {
  return lines.reduce((sum, line) => sum + line.split('"').length - 1, 0) % 2 === 0;
}

function quotedRecord(text: string, line: number): CsvRecord {
  try {
    const [cells] = parse(text, { relax_column_count: true });
    return cells === undefined ? { line, problem: 'the record is empty' } : { line, cells };
  } catch {
    return { line, problem: 'a quote stands where none may: quote the whole cell and double the quotes inside it' };
  }
}
