import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { countsOf, ImportBench, jsonLines, organisationsCsv, PROJECT, rejectsOf, THEMES } from './testing/import-bench.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await ImportBench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.clear());

describe('what is imported', () => {
  it('reads files in the order in which they depend on each other, packed or not', async () => {
    const rows = ['o1,Stad Gent,BE,,,skills health:3,', 'o2,Genio,IE,,NCC:IE,,skills'];
    const report = await bench.load({
      'participations.csv': 'project,organisation,role\np1,o1,coordinator\np1,o2,partner\n',
      'projects.jsonl.gz': gzipSync(PROJECT),
      'organisations.csv': `\uFEFF${organisationsCsv(...rows).replaceAll('\n', '\r\n')}\r\n`,
      'themes.csv': THEMES,
      'topic_themes.csv': 'topic,theme\nEducation,skills\n',
    });
    expect(rejectsOf(report)).toEqual([]);
    expect(report.files.map(({ file }) => path.basename(file))).toEqual([
      'themes.csv', 'topic_themes.csv', 'organisations.csv', 'projects.jsonl.gz', 'participations.csv',
    ]);
    expect(await bench.rows('SELECT role, position FROM participations ORDER BY position')).toEqual([
      { role: 'COORDINATOR', position: 1 },
      { role: 'CO_APPLICANT', position: 2 },
    ]);
    expect(await bench.rows('SELECT theme_id, direction, strength FROM interests ORDER BY 1, 2')).toEqual([
      { theme_id: 'health', direction: 'OFFERS', strength: 3 },
      { theme_id: 'skills', direction: 'OFFERS', strength: 2 },
      { theme_id: 'skills', direction: 'SEEKS', strength: 2 },
    ]);
    expect(await bench.rows('SELECT theme_id FROM project_themes')).toEqual([{ theme_id: 'skills' }]);
  });

  it('changes nothing the second time, and tells nobody', async () => {
    const organisations = organisationsCsv('o1,Stad Gent,BE,,NCC:BE,skills,');
    const files = { 'themes.csv': THEMES, 'organisations.csv': organisations, 'projects.jsonl': PROJECT };
    await bench.load(files);
    await bench.rows('TRUNCATE outbox');
    const before = await bench.rows('SELECT version FROM directory_version');
    expect(countsOf(await bench.load(files))).toEqual([[2, 0, 0, 2, 0], [1, 0, 0, 1, 0], [1, 0, 0, 1, 0]]);
    expect(await bench.rows('SELECT * FROM outbox')).toEqual([]);
    expect(await bench.rows('SELECT version FROM directory_version')).toEqual(before);
  });

  it('counts what a changed file changes, and tells the matching', async () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((name) => ({ id: name, name, country: 'BE' }));
    await bench.load({ 'organisations.jsonl': jsonLines(one!, two!) });
    await bench.rows('TRUNCATE outbox');
    const report = await bench.load({ 'organisations.jsonl': jsonLines({ ...one, city: 'Gent' }, two!, three!) });
    expect(countsOf(report)).toEqual([[3, 1, 1, 1, 0]]);
    expect(await bench.rows('SELECT queue, name FROM outbox')).toEqual([{ queue: 'matching', name: 'data-changed' }]);
  });

  it('leaves a profile alone that its people have edited, but fills its gaps', async () => {
    const header = 'id,name,country,city,capacity,themes_offered';
    const load = (capacity: string) =>
      bench.load({ 'themes.csv': THEMES, 'organisations.csv': `${header}\no1,One,BE,Gent,${capacity},skills\n` });
    await load('');
    await bench.rows(`UPDATE organisations SET version = 2, city = 'Brugge'`);
    await bench.rows('DELETE FROM interests');
    await load('3');
    expect(await bench.rows('SELECT city, capacity FROM organisations')).toEqual([{ city: 'Brugge', capacity: 3 }]);
    expect(await bench.rows('SELECT * FROM interests')).toEqual([]);
  });

  it('keeps two names of one body', async () => {
    await bench.load({ 'organisations.csv': organisationsCsv('uvb,Agentschap SZW / Uitvoering Van Beleid,NL,,,,') });
    expect(await bench.rows('SELECT name FROM organisation_names ORDER BY name')).toEqual([
      { name: 'Agentschap SZW' },
      { name: 'Uitvoering Van Beleid' },
    ]);
  });

  it('reads the words of keep.eu and CORDIS as legal nature and type', async () => {
    const nameless = { id: 'pic-999999999', country: 'EL', type: 'PRC' };
    await bench.load({ 'organisations.jsonl': jsonLines(nameless, { id: 'io-1', name: 'Two', country: 'UK', type: 'public' }) });
    const facts = 'code, name, country, type, legal_nature, normalised_name, source';
    expect(await bench.rows(`SELECT ${facts} FROM organisations ORDER BY country`)).toEqual([
      {
        code: 'io-1', name: 'Two', country: 'GB', type: null, legal_nature: 'PUBLIC', normalised_name: 'two', source: 'keep.eu',
      },
      {
        code: 'pic-999999999', name: 'pic-999999999', country: 'GR', type: 'COMPANY', legal_nature: 'PRIVATE',
        normalised_name: null, source: 'CORDIS',
      },
    ]);
  });

  it('designates a centre municipality only where the basis was found', async () => {
    await bench.load({
      'organisations.csv': organisationsCsv('emmen,Gemeente Emmen,NL,,,,', 'almere,Gemeente Almere,NL,,,,'),
      'labour_market_regions_nl.csv': [
        'region,centre_municipality,centre_basis',
        'Drenthe,Emmen,found: a page',
        'Flevoland,Almere,"common knowledge, not verified"',
      ].join('\n'),
    });
    expect(await bench.rows('SELECT kind, scope FROM designations')).toEqual([{ kind: 'CENTRE_MUNICIPALITY', scope: 'Drenthe' }]);
    expect(await bench.rows('SELECT count(*) FROM labour_market_regions')).toEqual([{ count: 2 }]);
  });
});

describe('an import that is killed', () => {
  it('leaves its file untouched, and a second run completes it', async () => {
    const many = Array.from({ length: 9000 }, (_, index) => ({ id: `o${index}`, name: `Number ${index}`, country: 'BE' }));
    const files = { 'themes.csv': THEMES, 'organisations.jsonl': jsonLines(...many) };
    let killed: Promise<unknown> | undefined;
    const killing = bench.load(files, {
      onProgress(file) {
        if (!file.endsWith('.jsonl')) return;
        killed ??= bench.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND xact_start IS NOT NULL AND pid <> pg_backend_pid()`);
      },
    });
    await expect(killing).rejects.toThrow();
    await killed;
    expect(await bench.rows('SELECT count(*) FROM organisations')).toEqual([{ count: 0 }]);
    expect(await bench.rows('SELECT count(*) FROM themes')).toEqual([{ count: 2 }]);
    expect(countsOf(await bench.load(files))).toEqual([[2, 0, 0, 2, 0], [9000, 9000, 0, 0, 0]]);
  });
});
