import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { readConfig } from './config.js';
import { connect, migrate, openDatabaseServer } from './database.js';
import { Refusal } from './refusal.js';
import { copyOfTemplate } from './test-database.js';

let url: string;
let drop: () => Promise<void>;
let database: DataSource;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  ({ url } = copy);
  drop = () => copy.drop();
  database = await connect(url);
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

/** Slow enough for others to come in between, were it not for the lock. */
class First1800000000001 implements MigrationInterface {
  name = 'First1800000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE first (id integer); SELECT pg_sleep(0.2)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE first');
  }
}
class Second1800000000002 implements MigrationInterface {
  name = 'Second1800000000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE second (id integer)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE second');
  }
}
class Broken1800000000003 extends Second1800000000002 {
  override name = 'Broken1800000000003';
  override async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE third (id integer)');
    throw new Error('broken');
  }
}

describe('migrate', () => {
  it('called by several processes at once is done by one of them; the others wait and find nothing to do', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url, [First1800000000001, Second1800000000002])));
    expect(ran.filter((names) => names.length > 0)).toEqual([['First1800000000001', 'Second1800000000002']]);
    expect(ran).toHaveLength(4);
    const noted = await database.query<{ name: string }[]>('SELECT name FROM schema_migrations ORDER BY id');
    expect(noted.map(({ name }) => name)).toEqual(['First1800000000001', 'Second1800000000002']);
  });

  it('leaves nothing of a migration that fails, nor the lock', async () => {
    await expect(migrate(url, [First1800000000001, Second1800000000002, Broken1800000000003])).rejects.toThrow('broken');
    expect(await database.query(`SELECT to_regclass('third') AS third`)).toEqual([{ third: null }]);
    expect(await migrate(url, [First1800000000001, Second1800000000002])).toEqual([]);
  });
});

describe('connect', () => {
  it('reads times in UTC and large whole numbers as numbers, whatever the server is set to', async () => {
    const rows = await database.query<unknown[]>(`SELECT current_setting('timezone') AS zone, 9007199254740991 AS large`);
    expect(rows).toEqual([{ zone: 'UTC', large: 9007199254740991 }]);
  });

  it('finds connections again that were lost while idle', async () => {
    const other = await connect(url);
    await other.query('SELECT 1');
    await database.query(`
      SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    expect(await other.query('SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    await other.destroy();
  });
});

describe('the server named by DATABASE_URL', () => {
  const production = {
    PUBLIC_URL: 'https://verbond.example',
    SMTP_URL: 'smtp://mail.example',
    MAIL_FROM: 'a@b.example',
    VERBOND_SECRET: 's'.repeat(32),
  };

  it('is used when it answers', async () => {
    expect((await openDatabaseServer(readConfig({ ...production, DATABASE_URL: url }), 'attach')).url).toBe(url);
  });

  it('is named, without its password, when it does not', async () => {
    const closed = readConfig({ ...production, DATABASE_URL: 'postgres://verbond:hunter2@127.0.0.1:1/verbond' });
    const opened = openDatabaseServer(closed, 'attach');
    await expect(opened).rejects.toThrow(Refusal);
    await expect(opened).rejects.toThrow(/^The database 127\.0\.0\.1:1\/verbond of DATABASE_URL does not answer: .*ECONNREFUSED/);
    await expect(opened).rejects.not.toThrow('hunter2');
  });
});
