import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Notifications, type Channel } from './notifications.js';
import { copyOfTemplate } from './test-database.js';

let url: string;
let drop: () => Promise<void>;
let sender: pg.Client;
let notifications: Notifications;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  ({ url } = copy);
  drop = () => copy.drop();
  sender = new pg.Client({ connectionString: url });
  await sender.connect();
});
afterAll(async () => {
  await sender.end();
  await drop();
});
beforeEach(() => {
  notifications = new Notifications(url);
});
afterEach(() => notifications.onApplicationShutdown());

const send = (channel: Channel, payload: string) => sender.query('SELECT pg_notify($1, $2)', [channel, payload]);

/** Listens and lets a test wait for a payload. */
async function ear(channel: Channel): Promise<{ heard: string[]; until: (payload: string) => Promise<void> }> {
  const heard: string[] = [];
  const waiting = new Map<string, () => void>();
  await notifications.listen(channel, (payload) => {
    heard.push(payload);
    waiting.get(payload)?.();
  });
  return {
    heard,
    until: (payload) => (heard.includes(payload) ? Promise.resolve() : new Promise((resolve) => waiting.set(payload, resolve))),
  };
}

const listeners = async (): Promise<number[]> => {
  const sql = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'`;
  return (await sender.query<{ pid: number }>(sql)).rows.map(({ pid }) => pid);
};

describe('notifications', () => {
  it('reach every listener of their channel with what they carry, over one connection', async () => {
    const [one, other, elsewhere] = [await ear('matching_progress'), await ear('matching_progress'), await ear('outbox')];
    const payload = JSON.stringify({ callId: 'NCC-2023', done: 1, total: 2 });
    await send('matching_progress', payload);
    await send('outbox', '');
    await Promise.all([one.until(payload), other.until(payload), elsewhere.until('')]);
    expect([one.heard, other.heard, elsewhere.heard]).toEqual([[payload], [payload], ['']]);
    expect(await listeners()).toHaveLength(1);
  });

  it('come as a sequence too: an empty one first, and from then on none is missed', async () => {
    const messages = notifications.messages('matching_progress');
    expect((await messages.next()).value).toBe('');
    await send('matching_progress', 'a');
    await send('matching_progress', 'b');
    expect([(await messages.next()).value, (await messages.next()).value]).toEqual(['a', 'b']);
    await messages.return(undefined);
  });

  it('arrive again after their connection was lost, beginning with an empty one for what was missed', async () => {
    const { heard, until } = await ear('outbox');
    const [pid] = await listeners();
    await sender.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
    while ((await listeners()).length === 0) await sender.query('SELECT pg_sleep(0.02)'); // the database is asked until it is so
    await send('outbox', 'again');
    await until('again');
    expect(heard).toEqual(['', 'again']);
    expect(await listeners()).not.toContain(pid);
  });

  it('can be asked for again when the database was not there yet', async () => {
    const later = new Notifications(url.replace(/[^/]+$/, 'made_later'));
    await expect(later.listen('outbox', () => undefined)).rejects.toThrow('does not exist');
    await sender.query('CREATE DATABASE made_later');
    const messages = later.messages('outbox');
    expect((await messages.next()).value).toBe('');
    await later.onApplicationShutdown();
    await sender.query('DROP DATABASE made_later WITH (FORCE)');
  });

  it('end with the process, whatever was listening', async () => {
    await ear('outbox');
    await notifications.onApplicationShutdown();
    while ((await listeners()).length > 0) await sender.query('SELECT pg_sleep(0.02)');
    expect(await listeners()).toEqual([]);
  });
});
