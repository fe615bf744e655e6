import type { DataSource } from 'typeorm';

/** What extensions brought along is theirs to describe. */
const NOT_OF_AN_EXTENSION = (oid: string) => `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;

/** Each gives lines of text in the order of their characters: the test server’s locale is C. */
const PARTS: readonly { title: string; sql: string }[] = [
  { title: 'extensions', sql: `SELECT extname AS line FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1` },
  {
    title: 'columns',
    sql: `SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
            || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            || CASE a.attidentity WHEN 'a' THEN ' generated always as identity' ELSE '' END
            || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
          FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`,
  },
  {
    title: 'constraints',
    sql: `SELECT c.conrelid::regclass || ': ' || pg_get_constraintdef(c.oid) AS line FROM pg_constraint c
          WHERE c.connamespace = 'public'::regnamespace AND c.contype <> 'n' ORDER BY 1`,
  },
  { title: 'indexes', sql: `SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1` },
  {
    title: 'views',
    sql: `SELECT viewname || ':' || E'\\n' || definition AS line FROM pg_views WHERE schemaname = 'public' ORDER BY viewname`,
  },
  {
    title: 'functions',
    sql: `SELECT pg_get_functiondef(p.oid) AS line FROM pg_proc p
          WHERE p.pronamespace = 'public'::regnamespace AND ${NOT_OF_AN_EXTENSION('p.oid')} ORDER BY p.proname`,
  },
];

/**
 * The schema `public` as text: tables with types, nullability and defaults, constraints, indexes, views and functions.
 * Constraints of NOT NULL stand with their columns: PostgreSQL 18 lists them apart, older ones do not.
 */
export async function describeDatabase(database: DataSource): Promise<string> {
  const parts = [];
  for (const { title, sql } of PARTS) {
    const rows = await database.query<{ line: string }[]>(sql);
    parts.push(`-- ${title}\n${rows.map(({ line }) => line.trimEnd()).join('\n')}\n`);
  }
  return parts.join('\n');
}
