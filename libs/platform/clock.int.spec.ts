import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { connect } from './database.js';
import { copyOfTemplate } from './test-database.js';

let database: DataSource;
let drop: () => Promise<void>;
let clock: Clock;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  database = await connect(copy.url);
  clock = new Clock(database);
});
afterAll(async () => {
  await database.destroy();
  await drop();
});
afterEach(() => database.query('DELETE FROM clock'));

const machine = async (): Promise<Date> => (await database.query<[{ now: Date }]>('SELECT clock_timestamp() AS now'))[0].now;

describe('the clock', () => {
  it('is the server’s as long as nobody has set it, as in production', async () => {
    const [before, now, after] = [await machine(), await clock.now(), await machine()];
    expect(now.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(now.getTime()).toBeLessThanOrEqual(after.getTime());
  });

  it.each(['1999-12-31T23:59:59.999Z', '2023-09-04T07:00:00Z', '2199-01-01T00:00:00Z'])('set to %s, runs on from there', async (text) => {
    const instant = new Date(text);
    const before = await machine();
    await clock.set(instant);
    const first = await clock.now();
    const second = await clock.now();
    const passed = (await machine()).getTime() - before.getTime();
    expect(first.getTime()).toBeGreaterThanOrEqual(instant.getTime());
    expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
    expect(second.getTime() - instant.getTime()).toBeLessThanOrEqual(passed);
  });

  it('can be set again, and is one for everybody', async () => {
    await clock.set(new Date('2023-09-04T07:00:00Z'));
    await new Clock(database).set(new Date('2024-01-01T00:00:00Z'));
    expect((await clock.now()).getUTCFullYear()).toBe(2024);
    expect(await database.query('SELECT 1 FROM clock')).toHaveLength(1);
  });

  it('goes on within a transaction, so that a gate reads it after it took its lock', async () => {
    await database.transaction(async (manager) => {
      const first = await clock.now(manager);
      await manager.query('SELECT pg_sleep(0.005)');
      expect((await clock.now(manager)).getTime()).toBeGreaterThan(first.getTime());
    });
  });

  it('reads in a transaction what that has set, and others do not', async () => {
    await clock.set(new Date('2023-09-04T07:00:00Z'));
    await database.transaction(async (manager) => {
      await manager.query(`UPDATE clock SET offset_by = offset_by + interval '10 years'`);
      expect((await clock.now(manager)).getUTCFullYear()).toBe(2033);
      expect((await clock.now()).getUTCFullYear()).toBe(2023);
    });
  });
});
