import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { directoryFormats, importFiles, type ImportReport } from '#libs/directory';
import { connect, copyOfTemplate } from '#libs/platform';
import { callFormats } from './index.js';

let database: { url: string; drop(): Promise<void> };
let dataSource: DataSource;

beforeAll(async () => {
  database = await copyOfTemplate();
  dataSource = await connect(database.url, []);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});
beforeEach(() => dataSource.query('TRUNCATE attributions, themes, programmes, outbox CASCADE'));

function load(files: Readonly<Record<string, string | object>>): Promise<ImportReport> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verbond-calls-'));
  for (const [name, content] of Object.entries(files)) {
    fs.writeFileSync(path.join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 1));
  }
  return importFiles(dataSource, [folder], [...directoryFormats, ...callFormats]);
}

const rejectsOf = ({ rejects }: ImportReport): string[] =>
  rejects.map(({ line, field, reason }) => `${line} ${field}: ${reason}`);
const countsOf = ({ files }: ImportReport): number[][] =>
  files.map(({ rows, created, updated, unchanged, rejected }) => [rows, created, updated, unchanged, rejected]);
const rowsOf = <T>(sql: string): Promise<T[]> => dataSource.query<T[]>(sql);

const PROGRAMME = {
  id: 'P',
  name: { nl: 'Programma', en: 'Programme' },
  fund: ['ESF'],
  objectives: [{ code: 'SI', label: 'Sociaal' }],
};
const RULE = {
  id: 'states',
  level: 'consortium',
  where: { countryIn: 'SET' },
  measure: { fn: 'countDistinct', field: 'country' },
  op: '>=',
  value: 2,
  severity: 'MANDATORY',
  message: { en: 'Two states.' },
};

const ELSEWHERE = { ...RULE, where: { countryIn: 'NOWHERE' } };
const TRACK = { id: 'T', territory: 'BE2', body: 'gone', bodyRole: 'RECOMMENDER' };

function document(call: object = {}, submission: object = {}): Record<string, object> {
  const milestone = { key: 'submission', kind: 'SUBMISSION', actor: 'APPLICANTS', local: '2030-11-30', tz: 'Europe/Brussels' };
  return {
    'calls.json': {
      countrySets: { SET: ['BE', 'NL'], OTHER: ['FR'] },
      programmes: [PROGRAMME],
      calls: [
        {
          id: 'C',
          programme: 'P',
          state: 'OPEN',
          title: { en: 'Call' },
          rules: [RULE],
          milestones: [{ ...milestone, ...submission }],
          ...call,
        },
      ],
    },
  };
}

describe('calls.json', () => {
  it('writes programme, call, rules and milestone', async () => {
    expect(countsOf(await load(document()))).toEqual([[2, 2, 0, 0, 0]]);
    expect(await rowsOf('SELECT code, funds, search FROM calls')).toEqual([
      { code: 'C', funds: ['ESF'], search: 'C Call Programme Programma' },
    ]);
    expect(await rowsOf('SELECT label FROM objectives')).toEqual([{ label: { nl: 'Sociaal' } }]);
    expect(await rowsOf('SELECT version, country_sets FROM rulesets')).toEqual([
      { version: 1, country_sets: { SET: ['BE', 'NL'] } },
    ]);
    expect(await rowsOf('SELECT local, precision, revision, ends_at FROM milestones')).toEqual([
      { local: '2030-11-30', precision: 'DAY', revision: 1, ends_at: new Date('2030-11-30T23:00:00Z') },
    ]);
    expect(await rowsOf('SELECT queue, name FROM outbox ORDER BY queue')).toEqual([
      { queue: 'matching', name: 'data-changed' },
      { queue: 'reminders', name: 'plan' },
    ]);
  });

  it('makes a changed deadline the next revision and other rules the next version', async () => {
    await load(document());
    expect(countsOf(await load(document({}, { local: '2030-12-15' })))).toEqual([[2, 0, 1, 1, 0]]);
    expect(countsOf(await load(document({ rules: [{ ...RULE, value: 3 }] }, { local: '2030-12-15' })))).toEqual([[2, 0, 1, 1, 0]]);
    expect(await rowsOf('SELECT revision, local, moved_at IS NOT NULL AS moved FROM milestone_revisions ORDER BY 1')).toEqual([
      { revision: 1, local: '2030-11-30', moved: false },
      { revision: 2, local: '2030-12-15', moved: true },
    ]);
    expect(await rowsOf('SELECT revision, local FROM milestones')).toEqual([{ revision: 2, local: '2030-12-15' }]);
    expect(await rowsOf('SELECT version FROM rulesets ORDER BY 1')).toEqual([{ version: 1 }, { version: 2 }]);
  });

  it('does not take back what an officer moved, until the file brings news', async () => {
    await load(document());
    await dataSource.query(`UPDATE milestones
      SET revision = 2, local = '2031-01-31', starts_at = '2031-01-30T23:00Z', ends_at = '2031-01-31T23:00Z'`);
    await dataSource.query(`INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, reason, moved_by)
      SELECT id, revision, local, zone, precision, 'later', verbond_uuid() FROM milestones`);
    expect(countsOf(await load(document()))).toEqual([[2, 0, 0, 2, 0]]);
    await load(document({}, { local: '2031-02-28' }));
    expect(await rowsOf('SELECT revision, local FROM milestones')).toEqual([{ revision: 3, local: '2031-02-28' }]);
  });

  it.each<[string, object, object, string]>([
    ['31 November', {}, { local: '2030-11-31' }, 'milestones.0.local: 2030-11-31 does not exist in the calendar.'],
    ['a zone on Mars', {}, { tz: 'Mars/Olympus' }, 'milestones.0.tz: There is no time zone Mars/Olympus.'],
    ['an unknown theme', { themes: ['gone'] }, {}, 'themes: there is no theme gone'],
    ['an unknown programme', { programme: 'Q' }, {}, 'programme: there is no programme Q'],
    ['an unknown granting authority', { grantingAuthority: 'gone' }, {}, 'grantingAuthority: there is no organisation gone'],
    ['an unknown body of a track', { tracks: [TRACK] }, {}, 'tracks: there is no organisation gone'],
    ['an unknown predecessor', { predecessor: 'B' }, {}, 'predecessor: there is no call B'],
    ['an unknown country set', { rules: [ELSEWHERE] }, {}, 'rules: there is no country set NOWHERE'],
    ['a rule that cannot be read', { rules: [{ ...RULE, severity: 'HARD' }] }, {}, 'rules: rules[0].severity '],
    ['a control character', { note: 'a\0b' }, {}, 'note: has the control character U+0000 in it'],
    ['no title', { title: {} }, {}, 'title: must be given in at least one language'],
  ])('rejects a call with %s', async (_, call, submission, reason) => {
    const report = await load(document(call, submission));
    expect(rejectsOf(report)).toEqual([expect.stringContaining(`31 ${reason}`)]);
    expect(countsOf(report)).toEqual([[2, 1, 0, 0, 1]]);
    expect(await rowsOf('SELECT * FROM calls')).toEqual([]);
  });

  it('does not read what is not JSON', async () => {
    const report = await load({ 'calls.json': '{"calls": [' });
    expect(report.files).toEqual([]);
    expect(rejectsOf(report)).toEqual([expect.stringContaining('0 : the file cannot be read')]);
  });
});

describe('calls.jsonl', () => {
  const days = { opens: '2030-01-15', deadline: '2030-06-30' };
  const line = { id: 'T-01', source: 'Portal', programme: 'Prográmma', title: 'Topic', ...days };

  it('finds the programme by name, makes a missing one, and takes days for days in Brussels', async () => {
    const other = { ...line, id: 'T-02', programme: 'LIFE – Nature' };
    await load({ ...document(), 'calls.jsonl': [line, other].map((one) => JSON.stringify(one)).join('\n') });
    const programmes = 'SELECT c.code, p.code AS programme FROM calls c JOIN programmes p ON p.id = programme_id ORDER BY 1';
    expect(await rowsOf(programmes)).toEqual([
      { code: 'C', programme: 'P' },
      { code: 'T-01', programme: 'P' },
      { code: 'T-02', programme: 'life-nature' },
    ]);
    const dates = await rowsOf(`SELECT kind, local, zone, assumed, ends_at FROM milestones
      JOIN calls c ON c.id = call_id WHERE c.code = 'T-01' ORDER BY kind`);
    const assumed = { zone: 'Europe/Brussels', assumed: true };
    expect(dates).toEqual([
      { ...assumed, kind: 'OPENING', local: '2030-01-15', ends_at: new Date('2030-01-15T23:00:00Z') },
      { ...assumed, kind: 'SUBMISSION', local: '2030-06-30', ends_at: new Date('2030-06-30T22:00:00Z') },
    ]);
  });

  it('rejects lines without a title or with a day that does not exist', async () => {
    const report = await load({
      'calls.jsonl': [{ ...line, title: '' }, { ...line, deadline: '2030-06-31' }, { ...line, budget_eur: 'much' }]
        .map((bad) => JSON.stringify(bad))
        .join('\n'),
    });
    expect(rejectsOf(report)).toEqual([
      '1 title: is missing',
      '2 deadline: 2030-06-31 does not exist in the calendar.',
      '3 budget_eur: "much" is not a number of 0 or more',
    ]);
  });
});
