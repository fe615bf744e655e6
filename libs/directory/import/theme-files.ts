import type { FileFormat } from './file-format.js';
import type { FileImport } from './file-import.js';
import { csvRows } from './records.js';
import { LONGEST_CODE, LONGEST_NAME, type Row } from './row.js';
import { misplacement, type ThemeNode } from './theme-forest.js';

const LANGUAGES = ['en', 'nl', 'fr', 'de'];

export const themesCsv: FileFormat = {
  name: 'themes.csv',
  order: 30,
  affects: ['matching'],
  async read(file) {
    const rows = csvRows(file.source, ['id', 'parent', ...LANGUAGES]);
    await file.stage('id text, parent text, labels jsonb, position integer', rows, (row) => ({
      id: themeId(row, row.code('id')),
      parent: row.text('parent', LONGEST_CODE),
      labels: Object.fromEntries(LANGUAGES.map((language) => [language, row.required(language, LONGEST_NAME)])),
      position: row.line,
    }));
    await refuseMisplaced(file);
    await file.merge('id', `
      INSERT INTO themes (id, parent_id, labels, position)
      SELECT DISTINCT ON (id) id, parent, labels, position FROM staged ORDER BY id, line
      ON CONFLICT (id) DO UPDATE
        SET parent_id = excluded.parent_id, labels = excluded.labels, position = excluded.position
        WHERE (themes.parent_id, themes.labels, themes.position)
          IS DISTINCT FROM (excluded.parent_id, excluded.labels, excluded.position)
      RETURNING id, xmax = 0 AS created`);
  },
};

/** Lists of themes have spaces between ids, and a colon before a strength. */
function themeId(row: Row, id: string): string {
  if (/[\s:]/.test(id)) row.refuse('id', `${id} has a space or a colon in it`);
  return id;
}

async function refuseMisplaced(file: FileImport): Promise<void> {
  const known = await file.query<ThemeNode>('SELECT id, parent_id AS parent FROM themes');
  const staged = await file.query<ThemeNode & { line: number }>('SELECT line, id, parent FROM staged ORDER BY line');
  const parents = new Map([...known, ...staged].map(({ id, parent }) => [id, parent]));
  const problems = staged.map((theme) => ({ line: theme.line, reason: misplacement(theme, parents) }));
  const misplaced = problems.flatMap(({ line, reason }) => (reason === undefined ? [] : [{ line, reason }]));
  for (const { line, reason } of misplaced) file.reject(line, [{ field: 'parent', reason }]);
  await file.query('DELETE FROM staged WHERE line = ANY ($1)', [misplaced.map(({ line }) => line)]);
}

export const themeScopeNotesCsv: FileFormat = {
  name: 'theme_scope_notes.csv',
  order: 31,
  affects: [],
  async read(file) {
    const languages = new Map(LANGUAGES.map((language) => [language.toUpperCase(), language]));
    await file.stage('id text, language text, note text', csvRows(file.source, ['theme', 'language', 'text']), (row) => {
      row.required('language');
      return { id: row.code('theme'), language: row.oneOf('language', languages), note: row.required('text') };
    });
    await refuseUnknownThemes(file);
    await file.refuse('text', 'EXISTS (SELECT FROM staged x WHERE (x.id, x.language) = (s.id, s.language) AND x.line < s.line)',
      `'the theme already has a note in this language'`);
    await file.merge('id, language', `
      SELECT id, s.language, bool_and(NOT t.scope_notes ? s.language) AS created FROM staged s JOIN themes t USING (id)
      WHERE t.scope_notes ->> s.language IS DISTINCT FROM s.note GROUP BY id, s.language`);
    await file.query(`
      UPDATE themes t SET scope_notes = t.scope_notes || s.notes
      FROM (SELECT id, jsonb_object_agg(language, note) AS notes FROM staged GROUP BY id) s
      WHERE t.id = s.id AND NOT t.scope_notes @> s.notes`);
  },
};

export const topicThemesCsv: FileFormat = {
  name: 'topic_themes.csv',
  order: 32,
  affects: ['matching'],
  async read(file) {
    await file.stage('topic text, id text', csvRows(file.source, ['topic', 'theme']), (row) => ({
      topic: row.code('topic'),
      id: row.code('theme'),
    }));
    await refuseUnknownThemes(file);
    await file.merge('topic, id', `
      INSERT INTO topic_themes (topic, theme_id) SELECT DISTINCT topic, id FROM staged
      ON CONFLICT DO NOTHING RETURNING topic, theme_id AS id, true AS created`);
    await file.query(`
      INSERT INTO project_themes (project_id, theme_id)
      SELECT DISTINCT p.id, s.id FROM projects p JOIN staged s ON s.topic = ANY (p.topics) ON CONFLICT DO NOTHING`);
  },
};

async function refuseUnknownThemes(file: FileImport): Promise<void> {
  await file.refuse('theme', 'NOT EXISTS (SELECT FROM themes t WHERE t.id = s.id)', `'there is no theme ' || s.id`);
}
