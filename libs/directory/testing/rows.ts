import type { DataSource } from 'typeorm';

export interface OrganisationSeed {
  readonly code: string;
  readonly name: string;
  readonly country?: string;
  readonly nuts?: string;
  readonly type?: string;
  readonly public?: boolean;
  /** Codes beside `code`. */
  readonly codes?: readonly string[];
  /** Names beside `name`, by language. */
  readonly names?: Readonly<Record<string, string>>;
  readonly offers?: readonly string[];
  readonly seeks?: readonly string[];
}

/** The themes of most tests: two levels below one root, and another root. */
export async function insertThemes(database: DataSource): Promise<void> {
  await database.query(`INSERT INTO attributions (source, text) VALUES ('test', 'Made for a test.')`);
  await database.query(`
    INSERT INTO themes (id, parent_id, labels, position) VALUES
      ('food', NULL, '{"en": "Food", "nl": "Voedsel"}', 1), ('food.surplus', 'food', '{"en": "Surplus food"}', 2),
      ('food.surplus.sharing', 'food.surplus', '{"en": "Food sharing"}', 3), ('work', NULL, '{"en": "Work"}', 4)`);
}

/** @returns the organisation's own id */
export async function insertOrganisation(database: DataSource, seed: OrganisationSeed): Promise<string> {
  const { code, name, country = 'BE', nuts = null, type = null, names = {}, offers = [], seeks = [] } = seed;
  const [row] = await database.query<{ id: string }[]>(
    `INSERT INTO organisations (code, name, country, nuts, type, public, source) VALUES ($1, $2, $3, $4, $5, $6, 'test') RETURNING id`,
    [code, name, country, nuts, type, seed.public ?? true],
  );
  const id = row?.id ?? '';
  for (const known of [code, ...(seed.codes ?? [])]) {
    await database.query('INSERT INTO organisation_codes (code, organisation_id) VALUES ($1, $2)', [known, id]);
  }
  for (const [language, text] of [['', name], ...Object.entries(names)]) {
    await database.query('INSERT INTO organisation_names (organisation_id, name, language) VALUES ($1, $2, $3)', [id, text, language]);
  }
  for (const [direction, themes] of [['OFFERS', offers], ['SEEKS', seeks]] as const) {
    for (const theme of themes) {
      await database.query('INSERT INTO interests (organisation_id, theme_id, direction) VALUES ($1, $2, $3)', [id, theme, direction]);
    }
  }
  return id;
}

/** @param members organisations' own ids, in order @returns the project's own id */
export async function insertProject(
  database: DataSource,
  seed: { code: string; title: string; startsOn?: string; themes?: readonly string[]; members?: readonly string[] },
): Promise<string> {
  const [row] = await database.query<{ id: string }[]>(
    `INSERT INTO projects (code, title, programme, starts_on, source) VALUES ($1, $2, 'Interreg 2 Zeeën', $3, 'test') RETURNING id`,
    [seed.code, seed.title, seed.startsOn ?? null],
  );
  const id = row?.id ?? '';
  for (const theme of seed.themes ?? []) {
    await database.query('INSERT INTO project_themes (project_id, theme_id) VALUES ($1, $2)', [id, theme]);
  }
  for (const [position, member] of (seed.members ?? []).entries()) {
    await database.query(
      `INSERT INTO participations (project_id, organisation_id, role, position) VALUES ($1, $2, 'CO_APPLICANT', $3)`,
      [id, member, position],
    );
  }
  return id;
}
