import { InvalidWallTime, momentsOf, parseWallTime } from '#libs/calendar';
import { jsonRows, sourceOf, type FileFormat, type Row } from '#libs/directory';
import { CALL_COLUMNS, mergeCalls } from './call-merge.js';

const ZONE = 'Europe/Brussels';

/** One call a line, as portals list them: a title, a text and two days, without rules. */
export const callsJsonl: FileFormat = {
  name: 'calls.jsonl',
  order: 71,
  affects: ['matching', 'reminders'],
  async read(file) {
    await file.stage(CALL_COLUMNS, jsonRows(file.source), (row) => {
      const code = row.code('id');
      const programme = row.code('programme');
      return {
        code,
        reference: row.text('call'),
        programme: slug(programme),
        programme_name: programme,
        titles: { en: row.required('title') },
        summary: row.text('text'),
        action_type: row.text('action_type'),
        budget_eur: row.number('budget_eur'),
        grant_min_eur: row.number('budget_min_eur'),
        grant_max_eur: row.number('budget_max_eur'),
        website: row.webAddress('url'),
        facts: {
          keywords: row.text('keywords')?.split(/,\s*/) ?? [],
          status: row.text('status'),
          deadlineModel: row.text('deadline_model'),
        },
        source: sourceOf(row, code),
        objectives: [],
        expected_types: [],
        template: false,
        themes: [],
        rules: [],
        country_sets: {},
        tracks: [],
        milestones: [...day(row, 'opens', 'OPENING'), ...day(row, 'deadline', 'SUBMISSION')],
      };
    });
    await mergeCalls(file);
  },
};

/** 'INTERREG V-A Italy - Slovenia' -> 'interreg-v-a-italy-slovenia' */
function slug(name: string): string {
  return name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
}

/** Portals give the day alone; that it is the day in Brussels is assumed. */
function day(row: Row, field: string, kind: 'OPENING' | 'SUBMISSION'): object[] {
  const local = row.text(field);
  if (local === null) return [];
  try {
    const wall = parseWallTime(local, ZONE, 'DAY');
    const { start, end } = momentsOf(wall);
    const dates = { ...wall, starts_at: start, ends_at: end, revision: 1, history: [{ ...wall, revision: 1 }] };
    return [{ key: kind.toLowerCase(), kind, actor: 'APPLICANTS', assumed: true, ...dates }];
  } catch (error) {
    if (!(error instanceof InvalidWallTime)) throw error;
    row.refuse(field, error.reason);
    return [];
  }
}
