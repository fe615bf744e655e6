import type { DataSource } from 'typeorm';
import { textProblem } from '#libs/platform';

/** A row's own id, as `verbond_uuid()` makes them. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Rows' own ids, from what stands in id arguments: that id itself or a code. What names nothing is left out.
 * @param table the table of the rows
 * @param codes SQL for their codes and ids, where these stand in another table
 */
export async function resolveIds(
  database: DataSource,
  table: 'calls' | 'organisations' | 'programmes' | 'projects' | 'tracks',
  idsOrCodes: readonly string[],
  codes = `SELECT code, id FROM ${table}`,
): Promise<Map<string, string>> {
  const askable = idsOrCodes.filter((text) => textProblem(text) === undefined);
  const rows = await database.query<{ asked: string; id: string }[]>(
    `SELECT code AS asked, id FROM (${codes}) AS known (code, id) WHERE code = ANY($1)
     UNION ALL SELECT id::text, id FROM ${table} WHERE id = ANY($2::uuid[])`,
    [askable, askable.filter(isUuid)],
  );
  const found = new Map(rows.map(({ asked, id }) => [asked, id]));
  return new Map(
    askable.flatMap((text) => {
      const id = found.get(isUuid(text) ? text.toLowerCase() : text);
      return id === undefined ? [] : [[text, id] as const];
    }),
  );
}

export const isUuid = (text: string): boolean => UUID.test(text);
