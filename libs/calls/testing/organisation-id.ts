import type { DataSource } from 'typeorm';

/** An organisation's own id, by its code. */
export async function organisationId(database: DataSource, code: string): Promise<string> {
  const [row] = await database.query<{ id: string }[]>('SELECT id FROM organisations WHERE code = $1', [code]);
  return row?.id ?? '';
}
