import type { FileImport } from './file-import.js';

/** A staged organisation; rows of `staged` without a code are not one. */
export const ORGANISATION_COLUMNS = `
  code text, name text, normalised_name text, names text[], acronym text, pic text, type text, legal_nature text,
  country text, nuts text, nuts_version smallint, city text, website text, capacity integer, source text,
  fixture boolean, states boolean, designations jsonb, interests jsonb, organisation_id uuid`;

/**
 * Joins staged organisations with known ones and with each other, by code, by PIC, or by normalised name and country.
 * All codes and names are kept. The first row of a run with the code that an organisation bears states its facts; every
 * other row fills gaps only, and so does every row once people have edited the profile (version > 1).
 */
export async function mergeOrganisations(file: FileImport): Promise<void> {
  await file.ensureSources();
  await refuseUnknownThemes(file);
  await resolve(file);
  await refuseSecondCentres(file);
  while (await insertFirstOfEach(file)) await resolve(file);
  await file.query('ANALYZE staged, organisations, organisation_codes'); // much is new, and the planner does not know it
  for (const statement of [FIXTURE_CODES, FACTS, CODES, NAMES, DESIGNATIONS, INTERESTS]) {
    await file.merge('organisation_id', statement);
  }
}

async function refuseUnknownThemes(file: FileImport): Promise<void> {
  for (const [field, direction] of [['themes_offered', 'OFFERS'], ['themes_sought', 'SEEKS']] as const) {
    const unknown = `SELECT i->>'theme' FROM jsonb_array_elements(s.interests) i
      WHERE i->>'direction' = '${direction}' AND NOT EXISTS (SELECT FROM themes WHERE id = i->>'theme')`;
    await file.refuse(field, `EXISTS (${unknown})`, `'there is no theme ' || (${unknown} LIMIT 1)`);
  }
}

/** A region has one centre municipality at a time. */
async function refuseSecondCentres(file: FileImport): Promise<void> {
  const holder = `SELECT o.code FROM jsonb_to_recordset(s.designations) AS wanted (kind text, scope text, valid_to date)
    JOIN designations d USING (kind, scope) JOIN organisations o ON o.id = d.organisation_id
    WHERE kind = 'CENTRE_MUNICIPALITY' AND wanted.valid_to IS NULL AND d.valid_to IS NULL
      AND o.id IS DISTINCT FROM s.organisation_id`;
  const reason = `'the region already has a centre municipality, ' || (${holder} LIMIT 1)`;
  await file.refuse('designation', `EXISTS (${holder})`, reason);
}

async function resolve(file: FileImport): Promise<void> {
  for (const code of ['code', 'pic']) {
    await file.query(`UPDATE staged s SET organisation_id = c.organisation_id FROM organisation_codes c
      WHERE s.organisation_id IS NULL AND s.code IS NOT NULL AND c.code = s.${code}`);
  }
  await file.query(`UPDATE staged s SET organisation_id = o.id FROM organisations o
    WHERE s.organisation_id IS NULL AND s.code IS NOT NULL AND o.normalised_name = s.normalised_name AND o.country = s.country`);
}

/** Of rows that belong together the first becomes an organisation; the others find it. False when all have found theirs. */
async function insertFirstOfEach(file: FileImport): Promise<boolean> {
  await file.merge('code', `
    INSERT INTO organisations (code, name, normalised_name, pic, country, source)
    SELECT code, coalesce(name, code), normalised_name, pic, country, source
    FROM (
      SELECT *, row_number() OVER (PARTITION BY code ORDER BY line) AS of_code,
        row_number() OVER (PARTITION BY coalesce(pic, code) ORDER BY line) AS of_pic,
        row_number() OVER (PARTITION BY coalesce(normalised_name, code), country ORDER BY line) AS of_name
      FROM staged WHERE organisation_id IS NULL AND code IS NOT NULL
    ) AS missing
    WHERE of_code = 1 AND of_pic = 1 AND of_name = 1
    RETURNING code, true AS created`);
  const inserted = await file.query(`INSERT INTO organisation_codes (code, organisation_id)
    SELECT DISTINCT unnest(array_remove(ARRAY[o.code, o.pic], NULL)), o.id
    FROM staged s JOIN organisations o USING (code) WHERE s.organisation_id IS NULL
    ON CONFLICT DO NOTHING RETURNING code`);
  return inserted.length > 0;
}

/** The first code wins, but one of organisations.csv beats those that other imports gave. */
const FIXTURE_CODES = `
  UPDATE organisations o SET code = s.code, source = s.source
  FROM (SELECT DISTINCT ON (organisation_id) * FROM staged WHERE fixture ORDER BY organisation_id, line) AS s
  WHERE o.id = s.organisation_id AND (o.source <> s.source OR o.code LIKE 'member-%')
  RETURNING o.id AS organisation_id, false AS created`;

/** Facts that their own row states anew and other rows complete. */
const STATED = ['acronym', 'type', 'legal_nature', 'nuts', 'nuts_version', 'city', 'website', 'capacity'];

const first = (column: string) =>
  `(array_agg(s.${column} ORDER BY s.code = o.code DESC, s.line) FILTER (WHERE s.${column} IS NOT NULL))[1] AS ${column}`;
const stated = (column: string) =>
  `CASE WHEN owner THEN coalesce(f.${column}, o.${column}) ELSE coalesce(o.${column}, f.${column}) END`;

const COLUMNS = ['name', 'pic', 'normalised_name', 'country', ...STATED];
const of = (table: string) => COLUMNS.map((column) => `${table}.${column}`).join(', ');
const VALUES = [
  'CASE WHEN owner OR o.name = o.code THEN coalesce(f.name, o.name) ELSE o.name END',
  `CASE WHEN pic_is_free THEN ${stated('pic')} ELSE o.pic END`,
  'CASE WHEN name_is_free THEN coalesce(o.normalised_name, f.normalised_name) ELSE o.normalised_name END',
  `CASE WHEN name_is_free THEN ${stated('country')} ELSE o.country END`,
  ...STATED.map(stated),
];

const FACTS = `
  WITH f AS (
    SELECT o.id, bool_or(s.states AND s.code = o.code AND o.version = 1) AS owner,
      ${COLUMNS.map(first).join(',\n      ')}
    FROM staged s JOIN organisations o ON o.id = s.organisation_id GROUP BY o.id
  ), free AS (
    SELECT f.id,
      row_number() OVER (PARTITION BY f.pic ORDER BY f.id) = 1
        AND NOT EXISTS (SELECT FROM organisations x WHERE x.pic = f.pic AND x.id <> f.id) AS pic_is_free,
      row_number() OVER (PARTITION BY f.normalised_name, f.country ORDER BY f.id) = 1
        AND NOT EXISTS (SELECT FROM organisations x WHERE x.country = f.country AND x.id <> f.id
          AND x.normalised_name = coalesce(o.normalised_name, f.normalised_name)) AS name_is_free
    FROM f JOIN organisations o USING (id)
  ), next AS (
    SELECT o.id, ${COLUMNS.map((column, index) => `${VALUES[index] ?? ''} AS ${column}`).join(',\n      ')}
    FROM organisations o JOIN f USING (id) JOIN free USING (id)
  )
  UPDATE organisations o SET ${COLUMNS.map((column) => `${column} = next.${column}`).join(', ')}
  FROM next WHERE o.id = next.id
    AND (${of('o')}) IS DISTINCT FROM (${of('next')})
  RETURNING o.id AS organisation_id, false AS created`;

const CODES = `
  INSERT INTO organisation_codes (code, organisation_id)
  SELECT unnest(array_remove(ARRAY[code, pic], NULL)), organisation_id FROM staged WHERE code IS NOT NULL
  ON CONFLICT DO NOTHING RETURNING organisation_id, false AS created`;

/** Of spellings that a search does not tell apart the first is enough. */
const NAMES = `
  INSERT INTO organisation_names (organisation_id, name)
  SELECT DISTINCT ON (organisation_id, fold(n.name)) organisation_id, n.name
  FROM staged CROSS JOIN unnest(names) WITH ORDINALITY AS n (name, position)
  WHERE organisation_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM organisation_names known WHERE known.organisation_id = staged.organisation_id AND fold(known.name) = fold(n.name))
  ORDER BY organisation_id, fold(n.name), line, position
  RETURNING organisation_id, false AS created`;

const DESIGNATIONS = `
  INSERT INTO designations (organisation_id, kind, scope, valid_from, valid_to, note)
  SELECT DISTINCT ON (organisation_id, kind, scope) organisation_id, kind, scope, valid_from, valid_to, d.note
  FROM staged CROSS JOIN jsonb_to_recordset(designations)
    AS d (kind text, scope text, valid_from date, valid_to date, note text)
  ORDER BY organisation_id, kind, scope, line
  ON CONFLICT (organisation_id, kind, scope) DO UPDATE
    SET valid_from = excluded.valid_from, valid_to = excluded.valid_to, note = excluded.note
    WHERE (designations.valid_from, designations.valid_to, designations.note)
      IS DISTINCT FROM (excluded.valid_from, excluded.valid_to, excluded.note)
  RETURNING organisation_id, false AS created`;

const INTERESTS = `
  INSERT INTO interests (organisation_id, theme_id, direction, strength)
  SELECT DISTINCT ON (organisation_id, theme, direction) organisation_id, theme, direction, strength
  FROM staged JOIN organisations o ON o.id = organisation_id AND o.version = 1
    CROSS JOIN jsonb_to_recordset(interests) AS i (theme text, direction text, strength smallint)
  ORDER BY organisation_id, theme, direction, line
  ON CONFLICT (organisation_id, theme_id, direction, call_id) DO UPDATE SET strength = excluded.strength
    WHERE interests.strength <> excluded.strength
  RETURNING organisation_id, false AS created`;
