import path from 'node:path';
import type { DataSource } from 'typeorm';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { callFormats } from '../import/index.js';

/** Puts the real calls, organisations and themes that ship with Verbond into a test's database. */
export async function importDomain(database: DataSource): Promise<void> {
  await importFiles(database, [path.join(BUNDLED_DATA, 'domain')], [...directoryFormats, ...callFormats]);
}

/** An organisation's own id, by its code. */
export async function organisationId(database: DataSource, code: string): Promise<string> {
  const [row] = await database.query<{ id: string }[]>('SELECT id FROM organisations WHERE code = $1', [code]);
  return row?.id ?? '';
}
