import type pg from 'pg';
import type { Hit, ScanQuestion, ThemeIndex } from '#libs/matching';
import { TYPES, typeFactor, type World } from './world.js';

const CHUNK = 100_000;

/** The same directory as tables: `organisations` and `interests`, with the indexes that the queries below want. */
export async function loadTables(client: pg.Client, world: World, index: ThemeIndex): Promise<void> {
  await client.query(`
    DROP TABLE IF EXISTS organisations, interests;
    CREATE UNLOGGED TABLE organisations (id int, country smallint, type smallint, words tsvector);
    CREATE UNLOGGED TABLE interests (theme int, organisation int, level double precision);
  `);
  for (let from = 0; from < world.size; from += CHUNK) {
    const ids = numbers(from, Math.min(world.size, from + CHUNK));
    await client.query(
      'INSERT INTO organisations SELECT id, country, type, words::tsvector FROM unnest($1::int[], $2::int[], $3::int[], $4::text[]) AS o (id, country, type, words)',
      [ids, ids.map((i) => world.country[i]), ids.map((i) => world.type[i]), ids.map((i) => leafWords(world, i).join(' '))],
    );
  }
  const themeOf = new Uint16Array(index.holder.length);
  for (let theme = 0; theme + 1 < index.start.length; theme++) themeOf.fill(theme, index.start[theme], index.start[theme + 1]);
  for (let from = 0; from < themeOf.length; from += CHUNK) {
    const to = from + CHUNK;
    await client.query('INSERT INTO interests SELECT t, o, s / 120.0::float8 FROM unnest($1::int[], $2::int[], $3::int[]) AS i (t, o, s)', [
      [...themeOf.subarray(from, to)],
      [...index.holder.subarray(from, to)],
      [...index.steps.subarray(from, to)],
    ]);
  }
  await client.query('ALTER TABLE organisations ADD PRIMARY KEY (id)');
  await client.query('CREATE INDEX ON organisations USING gin (words)');
  await client.query('CREATE INDEX ON interests (theme) INCLUDE (organisation, level)');
  await client.query('VACUUM (ANALYZE) organisations');
  await client.query('VACUUM (ANALYZE) interests');
}

/** The very ranking of the scan, as one aggregate over the interests. */
export async function bySql(client: pg.Client, world: World, { wished, asker, k }: ScanQuestion): Promise<Hit[]> {
  const { rows } = await client.query<Hit>({
    name: 'aggregate',
    text: `SELECT o.id AS position,
        g.sum * (CASE WHEN o.country = $4 THEN 0.7::float8 ELSE 1 END * ($5::float8[])[o.type + 1]) AS score
      FROM (
        SELECT i.organisation, sum(i.level * q.pull) AS sum
        FROM unnest($1::int[], $2::float8[]) AS q (theme, pull) JOIN interests i USING (theme)
        WHERE i.organisation <> $3 GROUP BY i.organisation
      ) g JOIN organisations o ON o.id = g.organisation
      ORDER BY score DESC LIMIT $6`,
    values: [wished.map(([theme]) => theme), wished.map(([, pull]) => pull), asker, world.country[asker], typeFactors(world, asker), k],
  });
  return rows;
}

/** What PostgreSQL's full-text search makes of the organisation's own themes as words. */
export async function byFullText(client: pg.Client, world: World, { asker, k }: ScanQuestion): Promise<void> {
  await client.query({
    name: 'full text',
    text: `SELECT o.id FROM organisations o, to_tsquery('simple', $1) AS q
      WHERE o.words @@ q AND o.id <> $2 ORDER BY ts_rank(o.words, q) DESC LIMIT $3`,
    values: [leafWords(world, asker).join(' | '), asker, k],
  });
}

/**
 * The k best of many askers in one statement, which PostgreSQL answers as it likes best.
 * @returns rows in the answer
 */
export async function batchBySql(client: pg.Client, world: World, questions: readonly ScanQuestion[]): Promise<number> {
  const terms = questions.flatMap(({ wished, asker }) => wished.map(([theme, pull]) => ({ asker, theme, pull })));
  await client.query('CREATE TEMP TABLE terms (asker int, theme int, pull float8); CREATE TEMP TABLE askers (asker int, country int, factors float8[])');
  await client.query('INSERT INTO terms SELECT * FROM unnest($1::int[], $2::int[], $3::float8[])', [
    terms.map(({ asker }) => asker),
    terms.map(({ theme }) => theme),
    terms.map(({ pull }) => pull),
  ]);
  await client.query(
    'INSERT INTO askers SELECT a, c, f::float8[] FROM unnest($1::int[], $2::int[], $3::text[]) AS a (a, c, f)',
    [
      questions.map(({ asker }) => asker),
      questions.map(({ asker }) => world.country[asker]),
      questions.map(({ asker }) => `{${typeFactors(world, asker).join(',')}}`),
    ],
  );
  await client.query('ANALYZE terms, askers');
  const { rowCount } = await client.query(
    `SELECT asker, organisation, score FROM (
      SELECT *, row_number() OVER (PARTITION BY asker ORDER BY score DESC) AS rank FROM (
        SELECT g.asker, g.organisation,
          g.sum * CASE WHEN o.country = a.country THEN 0.7::float8 ELSE 1 END * a.factors[o.type + 1] AS score
        FROM (
          SELECT t.asker, i.organisation, sum(i.level * t.pull) AS sum
          FROM terms t JOIN interests i USING (theme) WHERE i.organisation <> t.asker GROUP BY t.asker, i.organisation
        ) g JOIN organisations o ON o.id = g.organisation JOIN askers a USING (asker)
      ) scored
    ) ranked WHERE rank <= $1`,
    [questions[0]?.k ?? 0],
  );
  await client.query('DROP TABLE terms, askers');
  return rowCount ?? 0;
}

/** An organisation's own themes, without what is above them. */
export function leafWords({ interests, themes }: World, organisation: number): string[] {
  const own = interests.column.subarray(interests.start[organisation], interests.start[organisation + 1]);
  return Array.from(own, (theme) => themes[theme]?.id ?? '');
}

const typeFactors = ({ type }: World, asker: number): number[] => numbers(0, TYPES).map((other) => typeFactor(type[asker] ?? 0, other));
const numbers = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
