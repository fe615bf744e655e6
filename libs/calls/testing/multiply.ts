import type { DataSource } from 'typeorm';

const BODY = `(SELECT id FROM organisations WHERE code = 'europa-wse')`;
const MADE = `WHERE code LIKE 'many-%' ON CONFLICT DO NOTHING`;

/** $1 and $2 are the first and last number; what is there already stays. */
const NUMBERED = [
  `INSERT INTO organisations (code, name, country, nuts, source)
   SELECT 'many-' || n, 'Multiplied ' || n, 'BE', 'BE234', 'Verbond' FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO projects (code, title, source)
   SELECT 'many-' || n, 'Multiplied ' || n, 'Verbond' FROM generate_series($1::int, $2::int) n`,
  `INSERT INTO calls (code, programme_id, titles, search, granting_authority_id, source)
   SELECT 'many-' || n, p.id, '{"en": "Many"}', 'multiplied', ${BODY}, 'Verbond'
   FROM generate_series($1::int, $2::int) n, programmes p WHERE p.code = 'EASI'`,
];

const BELONGING = [
  `INSERT INTO organisation_codes SELECT code, id FROM organisations ${MADE}`,
  `INSERT INTO organisation_names SELECT id, name FROM organisations ${MADE}`,
  `INSERT INTO interests (organisation_id, theme_id, direction) SELECT id, 'inclusion.active', 'OFFERS' FROM organisations ${MADE}`,
  `INSERT INTO project_themes SELECT id, 'inclusion.active' FROM projects ${MADE}`,
  `INSERT INTO participations (project_id, organisation_id, role, position)
   SELECT p.id, o.id, 'CO_APPLICANT', 1 FROM projects p JOIN organisations o USING (code) ${MADE}`,
  `INSERT INTO call_themes SELECT id, 'inclusion.active' FROM calls ${MADE}`,
  `INSERT INTO tracks (code, call_id, territory, body_id, body_role, expression_by)
   SELECT code, id, 'BE2', ${BODY}, 'RECOMMENDER', 'PARTNERSHIP' FROM calls ${MADE}`,
  `INSERT INTO milestones (call_id, key, kind, actor, local, zone, precision, starts_at, ends_at)
   SELECT id, 'submission', 'SUBMISSION', 'APPLICANTS', '2030-01-01', 'UTC', 'DAY', '2030-01-01Z', '2030-01-02Z' FROM calls ${MADE}`,
  `INSERT INTO rulesets (call_id, version, rules) SELECT id, 1, '[]' FROM calls ${MADE}`,
];

/** So many organisations, calls and projects named "multiplied", each with all that can belong to it. */
export async function multiply(database: DataSource, first: number, last: number): Promise<void> {
  for (const statement of NUMBERED) await database.query(statement, [first, last]);
  for (const statement of BELONGING) await database.query(statement);
}
