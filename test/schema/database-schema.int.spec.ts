import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migrations } from '#migrations';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { connect, copyOfTemplate } from '#libs/platform';
import { expectCommitted } from './committed-text.js';
import { describeDatabase } from './describe-database.js';

let database: DataSource;
let drop: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  database = await connect(copy.url, migrations);
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

const importDomain = () => importFiles(database, [path.join(BUNDLED_DATA, 'domain')], [...directoryFormats, ...callFormats]);

describe('the schema of the database', () => {
  it('is the committed one', async () => {
    expectCommitted(await describeDatabase(database), 'migrations/schema.txt');
  });

  it('goes down to nothing from a database full of data, one migration at a time, and up again', async () => {
    const before = await describeDatabase(database);
    const first = await importDomain();
    expect(first.rejects).toEqual([]);
    for (const { name } of migrations.toReversed()) {
      expect(await database.query('SELECT name FROM schema_migrations ORDER BY id DESC LIMIT 1')).toEqual([{ name }]);
      await database.undoLastMigration({ transaction: 'each' });
    }
    const left = await database.query<{ name: string }[]>(`
      SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
      UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace`);
    expect(left).toEqual([{ name: 'schema_migrations' }]);
    expect(await database.query('SELECT name FROM schema_migrations')).toEqual([]);

    expect(await database.runMigrations({ transaction: 'each' })).toHaveLength(migrations.length);
    expect(await describeDatabase(database)).toBe(before);
    expect(await importDomain()).toEqual(first);
  });
});
