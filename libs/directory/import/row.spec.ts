import { describe, expect, it } from '@jest/globals';
import { LONGEST_NAME, Row } from './row.js';

const reasons = (values: Record<string, unknown>, read: (row: Row) => unknown): string[] => {
  const row = new Row(7, values);
  read(row);
  return row.problems.map(({ field, reason }) => `${field} ${reason}`);
};

describe('Row', () => {
  it.each<[string, unknown, (row: Row) => unknown]>([
    ['x is missing', ' ', (row) => row.required('x')],
    ['x must be a text', 5, (row) => row.text('x')],
    ['x has the control character U+0000 in it', 'a\0b', (row) => row.text('x')],
    ['x has the control character U+001B in it', '\u001B[2J', (row) => row.text('x')],
    ['x has the control character U+202E in it', 'a\u202Eb', (row) => row.text('x')],
    ['x has the control character U+000A in it', 'two\nlines', (row) => row.text('x', LONGEST_NAME)],
    ['x is not valid UTF-8', 'a\uFFFDb', (row) => row.text('x')],
    ['x is not valid UTF-8', 'a\uD800', (row) => row.text('x')],
    ['x is longer than 100000 characters', 'a'.repeat(100_001), (row) => row.text('x')],
    ['x is longer than 500 characters', 'a'.repeat(501), (row) => row.required('x', LONGEST_NAME)],
    ['x must be a list of texts', ['a', 1], (row) => row.texts('x')],
    ['x has more than 100 items', Array.from({ length: 5000 }, () => 'a'), (row) => row.texts('x')],
    ['x has more than 100 items', 'a '.repeat(101), (row) => row.texts('x')],
    ['x XX is not a country of ISO 3166', 'XX', (row) => row.country('x')],
    ['x 2021-11-31 is not a date (2023-10-14, 2023-10 or 2023)', '2021-11-31', (row) => row.firstDay('x')],
    ['x "-1" is not a number of 0 or more', '-1', (row) => row.number('x')],
    ['x "many" is not a number of 0 or more', 'many', (row) => row.number('x')],
    ['x "NaN" is not a number of 0 or more', 'NaN', (row) => row.number('x')],
    ['x "1e999" is not a number of 0 or more', '1e999', (row) => row.number('x')],
    ['x 1001 is not a whole number up to 1000', 1001, (row) => row.wholeNumber('x', 1000)],
    ['x 2.5 is not a whole number up to 1000000', 2.5, (row) => row.wholeNumber('x')],
    ['x LEAD is not one of A, B', 'LEAD', (row) => row.oneOf('x', new Map([['A', 1], ['B', 2]]))],
    ['x "javascript:alert(1)" is not a web address', 'javascript:alert(1)', (row) => row.webAddress('x')],
  ])('%s', (reason, value, read) => {
    expect(reasons({ x: value }, read)).toEqual([reason]);
  });

  it('reads what is there', () => {
    const sites = { site: 'www.eatris.eu', sites: 'http://a.eu; b.eu' };
    const row = new Row(1, { name: ' Zoë \n', lines: 'one\r\n\ttwo', words: 'a  b', list: ['c d'], no: '', ...sites });
    expect([row.text('name'), row.texts('words'), row.texts('list'), row.texts('no'), row.number('no')]).toEqual([
      'Zoë', ['a', 'b'], ['c d'], [], null,
    ]);
    expect(row.text('lines')).toBe('one\r\n\ttwo');
    expect([row.webAddress('site'), row.webAddress('sites')]).toEqual(['http://www.eatris.eu', 'http://a.eu']);
    expect(row.problems).toEqual([]);
  });
});
