import type { FileImport } from '#libs/directory';
import { mergeMilestones } from './milestone-merge.js';

export const CALL_COLUMNS = `
  code text, reference text, programme text, programme_name text, predecessor text, titles jsonb, summary text,
  funds text[], objectives text[], granting_authority text, action_type text, budget_eur numeric, grant_min_eur numeric,
  grant_max_eur numeric, max_rate numeric, months_max integer, expected_types text[], template boolean, website text,
  facts jsonb, source text, themes text[], rules jsonb, country_sets jsonb, rules_reason text, rules_published_on date,
  tracks jsonb, milestones jsonb,
  programme_id uuid, call_id uuid`;

/** Writes the staged calls with their themes, rules, tracks and milestones. */
export async function mergeCalls(file: FileImport): Promise<void> {
  await mergeAllButDates(file);
  await mergeMilestones(file);
}

/** Writes the staged calls with their themes, rules and tracks, which refuses those that name what does not exist. */
export async function mergeAllButDates(file: FileImport): Promise<void> {
  await file.ensureSources();
  await findProgrammes(file);
  await refuseUnknownReferences(file);
  await file.merge('code', CALLS);
  await file.query('UPDATE staged SET call_id = c.id FROM calls c WHERE c.code = staged.code');
  for (const statement of [PREDECESSORS, THEMES, RULESETS, TRACKS]) await file.merge('call_id', statement);
}

/** By code, else by name in any language; one that is only named is made when it is missing. */
async function findProgrammes(file: FileImport): Promise<void> {
  await file.query(`UPDATE staged s SET programme_id = p.id FROM programmes p, jsonb_each_text(p.names) name
    WHERE fold(name.value) = fold(s.programme_name)`);
  await file.query(`INSERT INTO programmes (code, names)
    SELECT DISTINCT ON (programme) programme, jsonb_build_object('en', programme_name) FROM staged
    WHERE programme_id IS NULL AND programme_name IS NOT NULL ORDER BY programme, line ON CONFLICT DO NOTHING`);
  await file.query(`UPDATE staged s SET programme_id = p.id FROM programmes p
    WHERE s.programme_id IS NULL AND p.code = s.programme`);
}

async function refuseUnknownReferences(file: FileImport): Promise<void> {
  const theme = 'SELECT theme FROM unnest(s.themes) theme WHERE NOT EXISTS (SELECT FROM themes WHERE id = theme)';
  const body = `SELECT t->>'body' FROM jsonb_array_elements(s.tracks) t
    WHERE NOT EXISTS (SELECT FROM organisation_codes WHERE code = t->>'body')`;
  await file.refuse('programme', 's.programme_id IS NULL', `'there is no programme ' || s.programme`);
  await file.refuse('themes', `EXISTS (${theme})`, `'there is no theme ' || (${theme} LIMIT 1)`);
  await file.refuse('tracks', `EXISTS (${body})`, `'there is no organisation ' || (${body} LIMIT 1)`);
  await file.refuse(
    'grantingAuthority',
    's.granting_authority IS NOT NULL AND NOT EXISTS (SELECT FROM organisation_codes WHERE code = s.granting_authority)',
    `'there is no organisation ' || s.granting_authority`,
  );
  await file.refuse(
    'predecessor',
    `s.predecessor IS NOT NULL AND NOT EXISTS (SELECT FROM calls WHERE code = s.predecessor)
      AND NOT EXISTS (SELECT FROM staged x WHERE x.code = s.predecessor)`,
    `'there is no call ' || s.predecessor`,
  );
}

const COLUMNS = [
  'reference', 'programme_id', 'titles', 'summary', 'funds', 'objectives', 'granting_authority_id', 'action_type',
  'budget_eur', 'grant_min_eur', 'grant_max_eur', 'max_rate', 'months_max', 'expected_types', 'template', 'website', 'facts',
  'source', 'search',
];
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');

const CALLS = `
  INSERT INTO calls (code, ${COLUMNS.join(', ')})
  SELECT DISTINCT ON (s.code) s.code, s.reference, s.programme_id, s.titles, s.summary, coalesce(s.funds, p.funds), s.objectives,
    (SELECT organisation_id FROM organisation_codes c WHERE c.code = s.granting_authority), s.action_type,
    s.budget_eur, s.grant_min_eur, s.grant_max_eur, s.max_rate, s.months_max, s.expected_types, s.template, s.website, s.facts,
    s.source, concat_ws(' ', s.code, s.reference, (SELECT string_agg(value, ' ') FROM jsonb_each_text(s.titles)),
      (SELECT string_agg(value, ' ') FROM jsonb_each_text(p.names)), s.summary)
  FROM staged s JOIN programmes p ON p.id = s.programme_id ORDER BY s.code, s.line
  ON CONFLICT (code) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE (${of('calls')}) IS DISTINCT FROM (${of('excluded')})
  RETURNING code, xmax = 0 AS created`;

const PREDECESSORS = `
  UPDATE calls c SET predecessor_id = p.id FROM staged s JOIN calls p ON p.code = s.predecessor
  WHERE c.id = s.call_id AND c.predecessor_id IS DISTINCT FROM p.id
  RETURNING c.id AS call_id, false AS created`;

const THEMES = `
  INSERT INTO call_themes (call_id, theme_id) SELECT call_id, theme FROM staged CROSS JOIN unnest(themes) theme
  ON CONFLICT DO NOTHING RETURNING call_id, false AS created`;

/** A published ruleset never changes: other rules are its next version. */
const RULESETS = `
  INSERT INTO rulesets (call_id, version, rules, country_sets, reason, published_on)
  SELECT DISTINCT ON (call_id) call_id, coalesce(latest.version, 0) + 1, s.rules, s.country_sets, s.rules_reason,
    s.rules_published_on
  FROM staged s LEFT JOIN LATERAL (
    SELECT * FROM rulesets r WHERE r.call_id = s.call_id ORDER BY version DESC LIMIT 1
  ) AS latest USING (call_id)
  WHERE (latest.rules, latest.country_sets) IS DISTINCT FROM (s.rules, s.country_sets) ORDER BY call_id, line
  RETURNING call_id, false AS created`;

const TRACK_COLUMNS = ['call_id', 'territory', 'body_id', 'body_role', 'body_may_be_member', 'expression_by', 'facts'];
const ofTrack = (table: string) => TRACK_COLUMNS.map((column) => `${table}.${column}`).join(', ');

const TRACKS = `
  INSERT INTO tracks (code, ${TRACK_COLUMNS.join(', ')})
  SELECT DISTINCT ON (t.code) t.code, call_id, t.territory, c.organisation_id, t.body_role, t.body_may_be_member, t.expression_by,
    t.facts
  FROM staged CROSS JOIN jsonb_to_recordset(tracks) AS t (code text, territory text, body text, body_role text,
    body_may_be_member boolean, expression_by text, facts jsonb) JOIN organisation_codes c ON c.code = body
  ORDER BY t.code, line
  ON CONFLICT (code) DO UPDATE SET ${TRACK_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  WHERE (${ofTrack('tracks')}) IS DISTINCT FROM (${ofTrack('excluded')})
  RETURNING call_id, false AS created`;
