import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { directoryFormats, importFiles } from './index.js';
import { countsOf, ImportBench, organisationsCsv, PROJECT, rejectsOf, THEMES } from './testing/import-bench.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await ImportBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('rejected rows', () => {
  it('lists every bad organisation of organisations.csv with all that is wrong', async () => {
    const rows = [
      'good,Good,BE,,,,', ',No id,BE,,,,', 'x1,,XX,12,,,', 'x2,Two,BE,,,nothing,', 'x3,Three,BE,,,skills:4,', 'x4,Four,BE',
      'x5,"Fi"ve,BE,,,,', 'x6,Six,BE,,endorsed,,', 'x7,Seven,NL,,CENTRE_MUNICIPALITY:Drenthe,,',
      'x8,Eight,NL,,CENTRE_MUNICIPALITY:Drenthe,,', `x9,${'n'.repeat(501)},BE,,,,`, 'x10,Caf#,FR,,,,',
      'x11,"Never closed,BE,,,,', 'last,Last,BE,,,,',
    ];
    const bytes = Buffer.from(organisationsCsv(...rows));
    bytes[bytes.indexOf('#')] = 0xe9; // é in Latin-1
    const report = await bench.load({ 'themes.csv': THEMES, 'organisations.csv': bytes });
    expect(rejectsOf(report)).toEqual([
      'organisations.csv:3 id: is missing',
      'organisations.csv:4 name: is missing',
      'organisations.csv:4 country: XX is not a country of ISO 3166',
      'organisations.csv:4 pic: 12 is not a PIC of nine digits',
      'organisations.csv:6 themes_offered: the strength 4 of skills is not 1, 2 or 3',
      'organisations.csv:7 : there are 3 columns where the header has 7',
      'organisations.csv:8 : a quote stands where none may: quote the whole cell and double the quotes inside it',
      'organisations.csv:9 designation: endorsed does not begin with a kind such as NCC or MANAGING_AUTHORITY',
      'organisations.csv:11 designation: Drenthe already has a centre municipality in this file',
      'organisations.csv:12 name: is longer than 500 characters',
      'organisations.csv:13 name: is not valid UTF-8',
      'organisations.csv:14 : a quote is opened and never closed',
      'organisations.csv:5 themes_offered: there is no theme nothing',
    ]);
    expect(countsOf(report)[1]).toEqual([14, 3, 0, 0, 11]);
  });

  it('lists bad lines of JSON', async () => {
    const report = await bench.load({
      'organisations.jsonl': [
        '{"id":"o1","name":"One"', '[1]', '{"id":"o2","country":"BE"}', '{"id":"o3","name":"Th\\u0000ree","country":"BE"}',
        '{"id":"o4","name":"Four","country":"RU","nuts":"EE007"}', '{"id":"o5","name":"Five","country":"BE","type":"odd"}',
      ].join('\n'),
      'projects.jsonl': '{"id":"p1","start":"2020-11-31"}\n{"title":"No id"}\n{"id":"p2","topics":"a","text":7}\n',
    });
    expect(rejectsOf(report).map((text) => text.replace(/(is not JSON): .*/, '$1'))).toEqual([
      'organisations.jsonl:1 : the line is not JSON',
      'organisations.jsonl:2 : the line is not a JSON object',
      'organisations.jsonl:3 name: is missing',
      'organisations.jsonl:4 name: has the control character U+0000 in it',
      'organisations.jsonl:5 nuts: EE007 does not lie in RU',
      'organisations.jsonl:6 type: odd is not one of PUBLIC, PRIVATE, HES, REC, PUB, PRC, OTH',
      'projects.jsonl:1 start: 2020-11-31 is not a date (2023-10-14, 2023-10 or 2023)',
      'projects.jsonl:2 id: is missing',
      'projects.jsonl:3 text: must be a text',
    ]);
  });

  it('keeps poison out, naming the field', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => `skills${i}`).join(' ');
    const report = await bench.load({
      'themes.csv': THEMES,
      'organisations.csv': [
        'id,name,country,city,website,capacity,themes_offered',
        `x1,One,BE,,,,${many}`, 'x2,Two,BE,,,NaN,', 'x3,Three,BE,,,1e999,', 'x4,Four,BE,,,1001,', `x5,${'n'.repeat(1_000_000)},BE,,,,`,
        'x6,S\u001Bix,BE,,,,', 'x7,Se\u202Even,BE,,,,', `x8,Eight,BE,${'c'.repeat(501)},,,`, `x9,Nine,BE,,http://x.example/${'w'.repeat(2000)},,`,
        'good,Good,BE,,,3,skills',
      ].join('\n'),
      'projects.jsonl': `{"id":"p1","text":"${'t'.repeat(100_001)}"}\n`,
    });
    expect(rejectsOf(report)).toEqual([
      'organisations.csv:2 themes_offered: has more than 100 items',
      'organisations.csv:3 capacity: "NaN" is not a number of 0 or more',
      'organisations.csv:4 capacity: "1e999" is not a number of 0 or more',
      'organisations.csv:5 capacity: 1001 is not a whole number up to 1000',
      'organisations.csv:6 name: is longer than 500 characters',
      'organisations.csv:7 name: has the control character U+001B in it',
      'organisations.csv:8 name: has the control character U+202E in it',
      'organisations.csv:9 city: is longer than 500 characters',
      'organisations.csv:10 website: is longer than 2000 characters',
      'projects.jsonl:1 text: is longer than 100000 characters',
    ]);
    expect(await bench.rows('SELECT code FROM organisations')).toEqual([{ code: 'good' }]);
  });

  it.each<[string, string]>([
    ['name', `'${'n'.repeat(501)}'`],
    ['name', `E'two\\nlines'`],
    ['city', `repeat('c', 501)`],
    ['website', `repeat('w', 2001)`],
    ['capacity', '1001'],
  ])('is refused by the database too: %s', async (column, value) => {
    await bench.load({ 'themes.csv': THEMES, 'organisations.csv': organisationsCsv('o1,One,BE,,,,') });
    await expect(bench.rows(`UPDATE organisations SET ${column} = ${value}`)).rejects.toThrow(`organisations_${column}_check`);
  });

  it('lists references to nothing', async () => {
    const notes = ['skills,en,Learning.', 'skills,xx,Learning.', 'skills,en,Again.', 'gone,en,Nothing.'];
    const report = await bench.load({
      'themes.csv': THEMES,
      'theme_scope_notes.csv': ['theme,language,text', ...notes].join('\n'),
      'topic_themes.csv': 'topic,theme\nEducation,gone\n',
      'organisations.jsonl': '{"id":"o1","name":"One","country":"BE"}\n',
      'projects.jsonl': PROJECT,
      'consortia_meta.csv': 'consortium,call,start,end,themes\nC-1,,,,gone\n',
      'participations.csv': 'project,organisation,role\np9,o1,partner\np1,o9,partner\np1,o1,friend\np1,o1,\n',
    });
    expect(rejectsOf(report)).toEqual([
      'theme_scope_notes.csv:3 language: xx is not one of EN, NL, FR, DE',
      'theme_scope_notes.csv:5 theme: there is no theme gone',
      'theme_scope_notes.csv:4 text: the theme already has a note in this language',
      'topic_themes.csv:2 theme: there is no theme gone',
      'consortia_meta.csv:2 themes: there is no theme gone',
      expect.stringMatching(/^participations.csv:4 role: friend is not one of COORDINATOR/),
      'participations.csv:5 role: is missing',
      'participations.csv:2 project: there is no project p9',
      'participations.csv:3 organisation: there is no organisation o9',
    ]);
  });

  it('keeps themes out that do not fit the forest', async () => {
    const row = (id: string, parent: string): string => `${id},${parent},${id} en,${id} nl,${id} fr,${id} de`;
    const report = await bench.load({
      'themes.csv': [
        'id,parent,en,nl,fr,de', row('a', ''), row('b', 'a'), row('c', 'b'), row('d', 'c'), row('x', 'y'), row('y', 'x'),
        row('z', 'gone'), row('below', 'z'), 'e,,E,,E,E',
      ].join('\n'),
    });
    expect(rejectsOf(report)).toEqual([
      'themes.csv:10 nl: is missing',
      'themes.csv:5 parent: the theme is on level 4, and there are 3',
      'themes.csv:6 parent: the themes x, y stand above each other in a circle',
      'themes.csv:7 parent: the themes y, x stand above each other in a circle',
      'themes.csv:8 parent: there is no theme gone',
      'themes.csv:9 parent: there is no theme gone',
    ]);
    expect(await bench.rows('SELECT id FROM themes ORDER BY id')).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
  });

  it('refuses a second centre municipality that another import names', async () => {
    await bench.load({ 'organisations.csv': organisationsCsv('o1,One,NL,,CENTRE_MUNICIPALITY:Drenthe,,') });
    const report = await bench.load({ 'organisations.csv': organisationsCsv('o2,Two,NL,,CENTRE_MUNICIPALITY:Drenthe,,') });
    expect(rejectsOf(report)).toEqual(['organisations.csv:2 designation: the region already has a centre municipality, o1']);
  });

  it('imports nothing of a file with a bad row when strict', async () => {
    const files = { 'themes.csv': THEMES, 'organisations.csv': organisationsCsv('o1,One,BE,,,,', 'o2,Two,XX,,,,') };
    const report = await bench.load(files, { strict: true });
    expect(countsOf(report)).toEqual([[2, 2, 0, 0, 0], [2, 0, 0, 0, 2]]);
    expect(rejectsOf(report)).toEqual([
      'organisations.csv:3 country: XX is not a country of ISO 3166',
      'organisations.csv:0 : nothing of the file is imported, because 1 of its 2 rows cannot be',
    ]);
    expect(await bench.rows('SELECT * FROM organisations')).toEqual([]);
  });
});

describe('files that cannot be read', () => {
  it('reports those that are not known, empty, cut short or without their columns', async () => {
    const packed = gzipSync(Buffer.alloc(100_000, '{"id":"o1"}\n'));
    const report = await bench.load({
      'people.csv': 'name\n',
      'notes.md': 'not data',
      'themes.csv': '',
      'organisations.csv': 'id,name\n',
      'organisations.jsonl.gz': packed.subarray(0, 60),
      'projects.jsonl.gz': 'not packed',
    });
    expect(report.files).toEqual([]);
    expect(rejectsOf(report)).toEqual([
      expect.stringMatching(/^people.csv:0 : no kind of file is called people.csv; known are attributions.csv, /),
      'themes.csv:0 : the file cannot be read: it is empty',
      'organisations.csv:0 : the file cannot be read: the first line does not name the columns country',
      expect.stringMatching(/^organisations.jsonl.gz:0 : the file cannot be read: .*unexpected end of file$/),
      expect.stringMatching(/^projects.jsonl.gz:0 : the file cannot be read: .*incorrect header check$/),
    ]);
  });

  it('reports those that are not there', async () => {
    const named = ['none/themes.csv', 'none/projects.jsonl.gz'].map((name) => path.join(bench.folder, name));
    const report = await importFiles(bench.dataSource, named, directoryFormats);
    expect(report.files).toEqual([]);
    const reason: unknown = expect.stringContaining('ENOENT');
    expect(report.rejects).toEqual(named.map((file) => ({ file, line: 0, field: '', reason })));
  });
});
