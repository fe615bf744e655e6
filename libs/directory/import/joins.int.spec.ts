import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { countsOf, ImportBench, jsonLines, organisationsCsv, PROJECT } from './testing/import-bench.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await ImportBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

const CODES = `SELECT o.code, array_agg(c.code ORDER BY c.code) AS codes
  FROM organisations o JOIN organisation_codes c ON c.organisation_id = o.id GROUP BY o.id ORDER BY o.code`;

describe('what is joined', () => {
  it('joins by name and country, and lets the fixture code win', async () => {
    await bench.load({ 'organisations.jsonl': jsonLines({ id: 'io-1', name: 'GEMEENTE EMMEN', country: 'NL', city: 'EMMEN' }) });
    const files = {
      'organisations.csv': 'id,name,country,city\ngemeente-emmen,Gemeente Emmen,NL,Emmen\n',
      'organisations.jsonl': jsonLines(
        { id: 'io-2', name: 'Gemeente Emmen B.V.', country: 'NL', city: 'Elsewhere' },
        { id: 'io-3', name: 'Gemeente Emmen', country: 'BE' },
      ),
    };
    expect(countsOf(await bench.load(files))).toEqual([[1, 0, 1, 0, 0], [2, 1, 1, 0, 0]]);
    expect(await bench.rows(CODES)).toEqual([
      { code: 'gemeente-emmen', codes: ['gemeente-emmen', 'io-1', 'io-2'] },
      { code: 'io-3', codes: ['io-3'] },
    ]);
    expect(await bench.rows(`SELECT name, city FROM organisations WHERE country = 'NL'`)).toEqual([
      { name: 'Gemeente Emmen', city: 'Emmen' },
    ]);
    expect(countsOf(await bench.load(files))).toEqual([[1, 0, 0, 1, 0], [2, 0, 0, 2, 0]]);
  });

  it('joins by PIC, in a chain too', async () => {
    const report = await bench.load({
      'organisations.jsonl': jsonLines(
        { id: 'a', name: 'Alpha', country: 'FR', pic: '111111111' },
        { id: 'b', name: 'Beta', country: 'FR', pic: '111111111' },
        { id: 'pic-111111111', country: 'FR' },
        { id: 'c', name: 'ALPHA sas', country: 'FR' },
      ),
    });
    expect(countsOf(report)).toEqual([[4, 1, 0, 3, 0]]);
    expect(await bench.rows(CODES)).toEqual([{ code: 'a', codes: ['111111111', 'a', 'b', 'c', 'pic-111111111'] }]);
  });

  it('gives a name to an organisation that had none, unless another in the country has it', async () => {
    const nameless = { id: 'pic-111111111', country: 'FR' };
    await bench.load({ 'organisations.jsonl': jsonLines(nameless, { id: 'pic-222222222', country: 'FR' }) });
    await bench.load({
      'organisations.jsonl': jsonLines({ ...nameless, name: 'Alpha' }, { id: 'pic-222222222', country: 'FR', name: 'ALPHA' }),
    });
    expect(await bench.rows('SELECT code, name FROM organisations ORDER BY code')).toEqual([
      { code: 'pic-111111111', name: 'Alpha' },
      { code: 'pic-222222222', name: 'ALPHA' },
    ]);
    expect(await bench.rows(`SELECT count(*) FROM organisations WHERE normalised_name = 'alpha'`)).toEqual([{ count: 1 }]);
  });

  it('believes the first of two files that contradict each other, run after run', async () => {
    const one = { id: 'o1', name: 'One', country: 'BE' };
    const files = {
      'a/organisations.jsonl': jsonLines({ ...one, city: 'Gent' }),
      'b/organisations.jsonl': jsonLines({ ...one, city: 'Brugge' }),
    };
    expect(countsOf(await bench.load(files))).toEqual([[1, 1, 0, 0, 0], [1, 0, 0, 1, 0]]);
    expect(countsOf(await bench.load(files))).toEqual([[1, 0, 0, 1, 0], [1, 0, 0, 1, 0]]);
    expect(await bench.rows('SELECT city FROM organisations')).toEqual([{ city: 'Gent' }]);
  });

  it('joins repeated projects and participations, and keeps the stronger role', async () => {
    const report = await bench.load({
      'organisations.jsonl': jsonLines({ id: 'o1', name: 'One', country: 'BE' }, { id: 'o2', name: 'ONE', country: 'BE' }),
      'projects.jsonl': PROJECT + PROJECT,
      'participations.csv': 'project,organisation,role\np1,o1,partner\np1,o2,coordinator\n',
    });
    expect(countsOf(report)).toEqual([[2, 1, 0, 1, 0], [2, 1, 0, 1, 0], [2, 1, 0, 1, 0]]);
    expect(await bench.rows('SELECT role FROM participations')).toEqual([{ role: 'COORDINATOR' }]);
  });

  it('makes an organisation of a consortium member that nobody describes', async () => {
    await bench.load({
      'organisations.csv': organisationsCsv('genio,Genio,IE,,,,'),
      'consortia_meta.csv':
        'consortium,call,start,end,themes,members_complete\nNCC20-FUSE,NCC-2020,2021-05,2023-05,,yes (as listed)\n',
      'consortia.csv': [
        'consortium,role,org_id,org_name,country,note',
        'NCC20-FUSE,COORDINATOR,genio,Genio,IE,',
        'NCC20-FUSE,AFFILIATED_OR_NETWORK,,Tallinn University,EE,seen once',
      ].join('\n'),
    });
    expect(await bench.rows('SELECT acronym, call, starts_on::text, ends_on::text, members_complete FROM projects')).toEqual([
      { acronym: 'FUSE', call: 'NCC-2020', starts_on: '2021-05-01', ends_on: '2023-05-31', members_complete: true },
    ]);
    const members = await bench.rows(`SELECT o.name, role, note FROM participations
      JOIN organisations o ON o.id = organisation_id ORDER BY position`);
    expect(members).toEqual([
      { name: 'Genio', role: 'COORDINATOR', note: null },
      { name: 'Tallinn University', role: 'AFFILIATED', note: 'seen once' },
    ]);
  });
});
