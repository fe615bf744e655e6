import type { FileFormat } from './file-format.js';
import type { FileImport } from './file-import.js';
import { csvRows, jsonRows } from './records.js';
import { LONGEST_CODE } from './row.js';
import { sourceOf, VERBOND } from './sources.js';

const FIELDS = [
  'acronym text', 'title text', 'text text', 'language text', 'programme text', 'call text', 'objective text',
  'specific_objective text', 'topics text[]', 'starts_on date', 'ends_on date', 'website text', 'members_complete boolean',
  'source text',
];
const COLUMNS = `code text, themes text[], project_id uuid, ${FIELDS.join(', ')}`;

export const projectsJsonl: FileFormat = {
  name: 'projects.jsonl',
  order: 50,
  affects: ['matching'],
  async read(file) {
    await file.stage(COLUMNS, jsonRows(file.source), (row) => {
      const code = row.code('id');
      return {
        code,
        acronym: row.text('acronym'),
        title: row.text('title'),
        text: row.text('text'),
        language: row.text('lang'),
        programme: row.text('programme'),
        call: row.text('call', LONGEST_CODE),
        objective: row.text('objective'),
        specific_objective: row.text('specific_objective'),
        topics: row.texts('topics'),
        starts_on: row.firstDay('start'),
        ends_on: row.lastDay('end'),
        website: row.webAddress('website'),
        source: sourceOf(row, code),
      };
    });
    await mergeProjects(file);
  },
};

export const consortiaMetaCsv: FileFormat = {
  name: 'consortia_meta.csv',
  order: 51,
  affects: ['matching'],
  async read(file) {
    await file.stage(COLUMNS, csvRows(file.source, ['consortium', 'call', 'start', 'end', 'themes']), (row) => {
      const code = row.code('consortium');
      return {
        code,
        acronym: code.replace(/^[^-]*-/, ''),
        call: row.text('call', LONGEST_CODE),
        topics: [],
        starts_on: row.firstDay('start'),
        ends_on: row.lastDay('end'),
        members_complete: completeness(row.text('members_complete')),
        themes: row.texts('themes'),
        source: VERBOND,
      };
    });
    await mergeProjects(file);
  },
};

/** "yes (as listed by the lead)", "no", "probably": the last is not known. */
function completeness(text: string | null): boolean | null {
  if (text?.startsWith('yes')) return true;
  return text?.startsWith('no') ? false : null;
}

async function mergeProjects(file: FileImport): Promise<void> {
  await file.ensureSources();
  const unknown = 'SELECT theme FROM unnest(s.themes) theme WHERE NOT EXISTS (SELECT FROM themes WHERE id = theme)';
  await file.refuse('themes', `EXISTS (${unknown})`, `'there is no theme ' || (${unknown} LIMIT 1)`);
  const names = FIELDS.map((field) => field.split(' ')[0] ?? '');
  const of = (table: string) => names.map((name) => `${table}.${name}`).join(', ');
  await file.merge('code', `
    INSERT INTO projects (code, ${names.join(', ')})
    SELECT DISTINCT ON (code) code, ${names.join(', ')} FROM staged ORDER BY code, line
    ON CONFLICT (code) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
    WHERE (${of('projects')}) IS DISTINCT FROM (${of('excluded')})
    RETURNING code, xmax = 0 AS created`);
  await file.query('UPDATE staged SET project_id = p.id FROM projects p WHERE p.code = staged.code');
  await file.merge('project_id', `
    INSERT INTO project_themes (project_id, theme_id)
    SELECT project_id, theme FROM staged CROSS JOIN unnest(themes) theme
    UNION SELECT project_id, theme_id FROM staged JOIN topic_themes ON topic = ANY (topics)
    ON CONFLICT DO NOTHING RETURNING project_id, false AS created`);
}
