import { describe, expect, it } from '@jest/globals';
import { csvRecords, type CsvRecord } from './csv-records.js';

async function read(text: string): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(text.split('\n'))) records.push(record);
  return records;
}

describe('csvRecords', () => {
  it('reads plain and quoted cells, and cells over several lines', async () => {
    expect(await read('a,b\n"1, 2","say ""no"""\n"two\nlines",x\n\nlast,')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1, 2', 'say "no"'] },
      { line: 3, cells: ['two\nlines', 'x'] },
      { line: 6, cells: ['last', ''] },
    ]);
  });

  it('loses one record to a misplaced quote', async () => {
    const [header, broken, next] = await read('a,b\n"x"y,1\n4,5');
    expect(broken).toEqual({ line: 2, problem: expect.stringContaining('a quote stands where none may') });
    expect([header?.cells, next?.cells]).toEqual([['a', 'b'], ['4', '5']]);
  });

  it('loses one record to a quote that is never closed', async () => {
    const rest = Array.from({ length: 250 }, (_, index) => `${index},1`).join('\n');
    const records = await read(`a,b\n"open,1\n${rest}`);
    expect(records).toHaveLength(252);
    expect(records[1]).toEqual({ line: 2, problem: 'a quote is opened and never closed' });
    expect(records.at(-1)).toEqual({ line: 252, cells: ['249', '1'] });
  });
});
