import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { BUNDLED_DATA, directoryFormats, importFiles, type ImportReport } from '#libs/directory';
import { connect, copyOfTemplate } from '#libs/platform';
import { servicesOn } from '../testing/services.js';
import { callFormats } from './index.js';

const formats = [...directoryFormats, ...callFormats];
const [CREATED, UPDATED, UNCHANGED] = [0, 1, 2];

let database: { url: string; drop(): Promise<void> };
let dataSource: DataSource;
let first: ImportReport;

beforeAll(async () => {
  database = await copyOfTemplate();
  dataSource = await connect(database.url, []);
  first = await importFiles(dataSource, [BUNDLED_DATA], formats);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const countsOf = ({ files }: ImportReport): Record<string, number[]> =>
  Object.fromEntries(
    files.map(({ file, created, updated, unchanged }) => [path.relative(BUNDLED_DATA, file), [created, updated, unchanged]]),
  );
const rowsOf = <T>(sql: string): Promise<T[]> => dataSource.query<T[]>(sql);

interface FixtureMilestone {
  readonly key: string;
  readonly startUtc?: string;
  readonly inclusiveEndUtc?: string;
  readonly instantUtc?: string;
}
interface FixtureCall {
  readonly id: string;
  readonly state: string;
  readonly milestones: readonly FixtureMilestone[];
  readonly tracks?: readonly { readonly id: string; readonly milestones: readonly FixtureMilestone[] }[];
}

function fixtureCalls(): FixtureCall[] {
  const file = fs.readFileSync(path.join(BUNDLED_DATA, 'domain/calls.json'), 'utf8');
  return (JSON.parse(file) as { calls: FixtureCall[] }).calls;
}

describe('the bundled data', () => {
  it('is imported without a reject', () => {
    expect(first.rejects).toEqual([]);
    expect(countsOf(first)).toEqual({
      'attributions.csv': [6, 0, 0],
      'nuts_2024.csv.gz': [1798, 0, 0],
      'domain/themes.csv': [120, 0, 0],
      'theme_scope_notes.csv': [64, 0, 0],
      'topic_themes.csv': [46, 0, 0],
      'domain/organisations.csv': [79, 0, 0],
      'interreg/organisations.jsonl.gz': [6814, 5, 57],
      'domain/labour_market_regions_nl.csv': [35, 0, 0],
      'interreg/projects.jsonl.gz': [1585, 0, 0],
      'domain/consortia_meta.csv': [17, 0, 0],
      'interreg/participations.csv.gz': [6650, 0, 1],
      'domain/consortia.csv': [135, 0, 0],
      'domain/calls.json': [18, 0, 0],
      'calls.jsonl.gz': [767, 0, 0],
    });
  });

  it('changes nothing the second time', async () => {
    const [before] = await rowsOf('SELECT version FROM directory_version');
    const second = countsOf(await importFiles(dataSource, [BUNDLED_DATA], formats));
    for (const [file, counts] of Object.entries(countsOf(first))) {
      const rows = counts.reduce((sum, count) => sum + count);
      expect([file, second[file]?.[CREATED], second[file]?.[UPDATED], second[file]?.[UNCHANGED]]).toEqual([file, 0, 0, rows]);
    }
    expect(await rowsOf('SELECT version FROM directory_version')).toEqual([before]);
  });

  it('joins organisations of both sources under the fixture code', async () => {
    const joined = await rowsOf(`SELECT o.code, c.code AS other
      FROM organisations o JOIN organisation_codes c ON c.organisation_id = o.id
      WHERE o.source = 'Verbond' AND c.code LIKE 'io-%' ORDER BY 1`);
    expect(joined).toEqual([
      { code: 'gcu-uk', other: 'io-1782b932c8' },
      { code: 'gemeente-apeldoorn', other: 'io-bf67ca05b6' },
      { code: 'gemeente-emmen', other: 'io-8fdb6134ee' },
      { code: 'gemeente-roermond', other: 'io-ee24beac86' },
      { code: 'polito', other: 'io-5199b3d0d8' },
    ]);
  });

  it('has the complete consortia with all their members', async () => {
    const sizes = await rowsOf(`SELECT p.code, count(*) AS members FROM projects p JOIN participations ON project_id = p.id
      WHERE members_complete AND source = 'Verbond' AND role <> 'REPLACED' GROUP BY p.code ORDER BY 1`);
    expect(sizes).toEqual([
      { code: '2S-FLAVOUR', members: 10 },
      { code: '2S-SPEED-YOU-UP', members: 13 },
      { code: 'NCC20-BUICASUS', members: 7 },
      { code: 'NCC20-FUSE', members: 11 },
      { code: 'NCC20-SEED', members: 16 },
      { code: 'NCC23-SEED2SCALE', members: 26 },
    ]);
  });

  it('derives the instants that the fixture states', async () => {
    const stored = await rowsOf<{ place: string; starts_at: Date; ends_at: Date }>(`
      SELECT concat_ws(' ', c.code, t.code, m.key) AS place, starts_at, ends_at
      FROM milestones m JOIN calls c ON c.id = m.call_id LEFT JOIN tracks t ON t.id = m.track_id`);
    const instants = new Map(stored.map(({ place, starts_at, ends_at }) => [place, { starts_at, ends_at }]));
    const stated = fixtureCalls().flatMap(({ id, milestones, tracks = [] }) => [
      ...milestones.map((milestone) => ({ place: `${id} ${milestone.key}`, ...milestone })),
      ...tracks.flatMap((track) =>
        track.milestones.map((milestone) => ({ place: `${id} ${track.id} ${milestone.key}`, ...milestone })),
      ),
    ]);
    expect(stated).toHaveLength(30);
    for (const { place, startUtc, instantUtc, inclusiveEndUtc } of stated) {
      const found = instants.get(place);
      const start = startUtc ?? instantUtc;
      const end = inclusiveEndUtc ?? instantUtc;
      if (start !== undefined) expect([place, found?.starts_at]).toEqual([place, new Date(start)]);
      if (end !== undefined) expect([place, found?.ends_at]).toEqual([place, new Date(end)]);
    }
  });

  it('derives states that lead to those of the fixture, which are not stored', async () => {
    const course = ['ANNOUNCED', 'FORTHCOMING', 'OPEN', 'CLOSED', 'AWARDED', 'ARCHIVED'];
    const { clock, calls } = servicesOn(dataSource);
    await clock.set(new Date('2026-08-01T00:00:00Z'));
    const undated = ['ESFSI-UA-2023', 'ESFSI-NEET']; // their dates were not found: nothing can be derived
    for (const { id, state } of fixtureCalls().filter(({ state: stated }) => stated !== 'TEMPLATE')) {
      const record = await calls.record((await calls.resolveCallId(id))!);
      const derived = course.indexOf(record!.dates.state);
      expect(derived).toBeGreaterThanOrEqual(course.indexOf(undated.includes(id) ? 'ANNOUNCED' : 'CLOSED'));
      expect(derived).toBeLessThanOrEqual(course.indexOf(state));
    }
  });

  it('keeps the history of a deadline that moved twice, and the call before', async () => {
    const history = await rowsOf(`SELECT r.revision, r.local
      FROM milestone_revisions r JOIN milestones m ON m.id = r.milestone_id JOIN calls c ON c.id = m.call_id
      WHERE c.code = 'NCC-2020' AND m.key = 'submission' ORDER BY 1`);
    expect(history).toEqual([
      { revision: 1, local: '2020-10-15' },
      { revision: 2, local: '2020-11-16' },
      { revision: 3, local: '2020-11-30' },
    ]);
    expect(await rowsOf(`SELECT c.code, p.code AS before FROM calls c JOIN calls p ON p.id = c.predecessor_id`)).toEqual([
      { code: 'NCC-2023', before: 'NCC-2020' },
    ]);
  });

  it('says in four languages what social innovation is', async () => {
    const [theme] = await rowsOf<{ notes: Record<string, string> }>(`SELECT scope_notes AS notes FROM themes WHERE id = 'social-innovation'`);
    expect(Object.keys(theme!.notes).toSorted()).toEqual(['de', 'en', 'fr', 'nl']);
    expect(theme!.notes['en']).toMatch(/new/i);
  });

  it('gives every call its rules with the country sets they name', async () => {
    const without = 'SELECT code FROM calls WHERE NOT EXISTS (SELECT FROM rulesets WHERE call_id = calls.id)';
    expect(await rowsOf(without)).toEqual([]);
    expect(
      await rowsOf(`SELECT c.code, array(SELECT jsonb_object_keys(country_sets) ORDER BY 1) AS sets,
          jsonb_array_length(rules) AS rules
        FROM rulesets r JOIN calls c ON c.id = r.call_id WHERE c.code IN ('2SEAS-SO13', 'ESFSI-LTU-2024') ORDER BY 1`),
    ).toEqual([
      { code: '2SEAS-SO13', sets: ['TWO_SEAS_STATES'], rules: 9 },
      { code: 'ESFSI-LTU-2024', sets: ['ESF_PLUS_ASSOCIATED_2024', 'EU27_2020'], rules: 4 },
    ]);
  });

  it('finds Horizon Europe by its name, whoever calls it so', async () => {
    const [row] = await rowsOf<{ calls: number }>(`SELECT count(*) AS calls FROM calls c JOIN programmes p ON p.id = c.programme_id
      WHERE p.code = 'HORIZON-EUROPE' AND c.source = 'EU Funding & Tenders'`);
    expect(row?.calls).toBe(460);
  });
});
