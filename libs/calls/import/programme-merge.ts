import type { FileImport } from '#libs/directory';

export const PROGRAMME_COLUMNS = `
  code text, names jsonb, funds text[], cci text, period_start smallint, period_end smallint, budget_eur numeric,
  area text[], facts jsonb, bodies jsonb, objectives jsonb, programme_id uuid`;

const COLUMNS = ['names', 'funds', 'cci', 'period_start', 'period_end', 'budget_eur', 'area', 'facts'];
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');

/** Writes the staged programmes with their bodies and objectives. */
export async function mergeProgrammes(file: FileImport): Promise<void> {
  const unknown = `SELECT b->>'org' FROM jsonb_array_elements(s.bodies) b
    WHERE NOT EXISTS (SELECT FROM organisation_codes WHERE code = b->>'org')`;
  await file.refuse('bodies', `EXISTS (${unknown})`, `'there is no organisation ' || (${unknown} LIMIT 1)`);
  await file.merge('code', `
    INSERT INTO programmes (code, ${COLUMNS.join(', ')})
    SELECT DISTINCT ON (code) code, ${COLUMNS.join(', ')} FROM staged ORDER BY code, line
    ON CONFLICT (code) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
    WHERE (${of('programmes')}) IS DISTINCT FROM (${of('excluded')})
    RETURNING code, xmax = 0 AS created`);
  await file.query('UPDATE staged SET programme_id = p.id FROM programmes p WHERE p.code = staged.code');
  await file.merge('programme_id', `
    INSERT INTO programme_bodies (programme_id, organisation_id, role)
    SELECT programme_id, c.organisation_id, role
    FROM staged CROSS JOIN jsonb_to_recordset(bodies) AS b (org text, role text) JOIN organisation_codes c ON c.code = org
    ON CONFLICT DO NOTHING RETURNING programme_id, false AS created`);
  await file.merge('programme_id', `
    INSERT INTO objectives (programme_id, code, parent_code, label)
    SELECT DISTINCT ON (programme_id, o.code) programme_id, o.code, o.parent, o.label
    FROM staged CROSS JOIN jsonb_to_recordset(objectives) AS o (code text, parent text, label jsonb)
    ON CONFLICT (programme_id, code) DO UPDATE SET parent_code = excluded.parent_code, label = excluded.label
      WHERE (objectives.parent_code, objectives.label) IS DISTINCT FROM (excluded.parent_code, excluded.label)
    RETURNING programme_id, false AS created`);
}
