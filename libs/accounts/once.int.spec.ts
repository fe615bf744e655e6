import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Conflict, connect, copyOfTemplate, InvalidInput } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { AuditLog } from './audit.service.js';
import { once } from './once.js';
import { ANONYMOUS, type Viewer } from './viewer.js';

let database: DataSource;
let drop: () => Promise<void>;
let somebody: Viewer;
let another: Viewer;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  database = await connect(copy.url);
  await database.query('CREATE TABLE things (id uuid PRIMARY KEY DEFAULT verbond_uuid(), word text)');
  const accounts = new AccountsService(database);
  const viewer = async (email: string): Promise<Viewer> => ({
    ...ANONYMOUS,
    personId: await accounts.register({ name: 'Somebody', email, language: 'en', zone: 'UTC' }),
  });
  [somebody, another] = [await viewer('one@members.example'), await viewer('two@members.example')];
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

const create = (viewer: Viewer, word: string, fails = false): Promise<string> =>
  database.transaction((manager) =>
    once(manager, viewer, 'createThing', { word }, async () => {
      const [{ id }] = await manager.query<[{ id: string }]>('INSERT INTO things (word) VALUES ($1) RETURNING id', [word]);
      if (fails) throw new Error('undone');
      return id;
    }),
  );
const keyed = (viewer: Viewer, idempotencyKey: string): Viewer => ({ ...viewer, idempotencyKey });
const made = async (word: string): Promise<number> => (await database.query<unknown[]>('SELECT FROM things WHERE word = $1', [word])).length;

it('a hundred at the same time under one key make one thing and get one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 100 }, () => create(keyed(somebody, 'k1'), 'hundred')));
  expect(new Set(answers).size).toBe(1);
  expect(await made('hundred')).toBe(1);
});

it('the same key with other words is refused, and makes nothing', async () => {
  await create(keyed(somebody, 'k2'), 'first');
  await expect(create(keyed(somebody, 'k2'), 'second')).rejects.toThrow(Conflict);
  expect(await made('second')).toBe(0);
});

it('a key is its person’s alone; without a key, or without a person, everything is new', async () => {
  const ids = [await create(keyed(somebody, 'k3'), 'own'), await create(keyed(another, 'k3'), 'own'), await create(somebody, 'own')];
  ids.push(await create(keyed(ANONYMOUS, 'k3'), 'own'), await create(somebody, 'own'));
  expect(new Set(ids).size).toBe(5);
});

it('what failed under a key may be tried again under it', async () => {
  await expect(create(keyed(somebody, 'k4'), 'retried', true)).rejects.toThrow('undone');
  await create(keyed(somebody, 'k4'), 'retried');
  expect(await made('retried')).toBe(1);
});

it.each(['', 'x'.repeat(201)])('a key is a text of 1 to 200 characters', async (key) => {
  await expect(create(keyed(somebody, key), 'unfit')).rejects.toThrow(InvalidInput);
});

it('the audit log numbers what is written at the same time without gaps, and is only added to', async () => {
  const id = somebody.personId!;
  const log = new AuditLog(database);
  const write = (n: number): Promise<void> =>
    database.transaction((manager) => log.write(manager, somebody, { kind: 'IDEA', id, action: 'CREATE', facts: { n } }));
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
  const entries = await log.entries('IDEA', id);
  expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  expect(entries[0]).toMatchObject({ action: 'CREATE', personId: id, role: null });
  for (const change of [`UPDATE audit_entries SET action = 'x'`, 'DELETE FROM audit_entries']) {
    await expect(database.query(change)).rejects.toThrow('only added to');
  }
});
