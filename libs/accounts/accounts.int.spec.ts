import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect, copyOfTemplate, Unauthenticated } from '#libs/platform';
import { AccountsService } from './accounts.service.js';
import { actsFor, ANONYMOUS, COMMAND_LINE, isKnown, isOfficerOf, type Viewer } from './viewer.js';

let database: DataSource;
let drop: () => Promise<void>;
let accounts: AccountsService;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  database = await connect(copy.url);
  accounts = new AccountsService(database);
});
afterAll(async () => {
  await database.destroy();
  await drop();
});

let made = 0;
const somebody = (email = `person-${(made += 1)}@members.example`): Promise<string> =>
  accounts.register({ name: 'Somebody', email, language: 'nl', zone: 'Europe/Brussels' });

async function organisation(code: string): Promise<string> {
  await database.query(`INSERT INTO attributions (source, text) VALUES ('test', 'made for a test') ON CONFLICT DO NOTHING`);
  const sql = `INSERT INTO organisations (code, name, country, source) VALUES ($1, $1, 'BE', 'test') RETURNING id`;
  const [row] = await database.query<[{ id: string }]>(sql, [code]);
  return row.id;
}

const viewerWith = async (key: string): Promise<Viewer> => accounts.viewerOf(`Bearer ${key}`);

describe('a key', () => {
  it('lets its person ask, and is kept as a hash alone', async () => {
    const person = await somebody();
    const key = await accounts.makeKey(person, 'laptop');
    expect(key).toMatch(/^verbond_[\w-]{43}$/);
    expect(await viewerWith(key)).toEqual({ personId: person, administrator: false, mandates: [] });
    const [stored] = await database.query<[{ hash: Buffer; row: string }]>(
      'SELECT hash, k::text AS row FROM api_keys k WHERE person_id = $1',
      [person],
    );
    expect(stored.hash).toEqual(createHash('sha256').update(key).digest());
    expect(stored.row).not.toContain(key.slice('verbond_'.length));
  });

  it('is never the same twice, and several of one person live side by side', async () => {
    const person = await somebody();
    const keys = await Promise.all(['laptop', 'phone', 'script'].map((label) => accounts.makeKey(person, label)));
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect((await viewerWith(key)).personId).toBe(person);
  });

  it('kept twice is one key, of whom it was first kept for', async () => {
    const [first, second] = [await somebody(), await somebody()];
    const key = await accounts.makeKey(first, 'laptop');
    await accounts.keepKey(key, second, 'stolen', database.manager);
    expect((await viewerWith(key)).personId).toBe(first);
  });

  it('that was revoked opens nothing any more; the others do', async () => {
    const person = await somebody();
    const [lost, kept] = [await accounts.makeKey(person, 'lost'), await accounts.makeKey(person, 'kept')];
    await database.query(`UPDATE api_keys SET revoked_at = clock_timestamp() WHERE label = 'lost'`);
    await expect(viewerWith(lost)).rejects.toThrow(Unauthenticated);
    expect((await viewerWith(kept)).personId).toBe(person);
  });

  it('is read whatever the case of "Bearer" and however many blanks follow', async () => {
    const key = await accounts.makeKey(await somebody(), 'laptop');
    for (const scheme of ['bearer ', 'BEARER   ']) expect(isKnown(await accounts.viewerOf(scheme + key))).toBe(true);
  });

  it('that is none is refused, and never taken for a visitor', async () => {
    const key = await accounts.makeKey(await somebody(), 'laptop');
    const wrong = [
      `verbond_${'A'.repeat(43)}`,
      `${key}A`,
      key.slice(0, -1),
      key.toUpperCase(),
      key.replace('verbond_', ''),
      `${key} ${key}`,
      `' OR true --`,
      'verbond_\0',
      '',
    ];
    for (const text of wrong) await expect(accounts.viewerOf(`Bearer ${text}`)).rejects.toThrow(Unauthenticated);
    for (const header of [key, `Basic ${key}`, 'Bearer', ' ']) await expect(accounts.viewerOf(header)).rejects.toThrow(Unauthenticated);
  });
});

it('nobody who sends no key is anybody but a visitor', async () => {
  for (const header of [undefined, '']) expect(await accounts.viewerOf(header)).toBe(ANONYMOUS);
  expect(await accounts.person(ANONYMOUS)).toBeNull();
  expect(await accounts.person(COMMAND_LINE)).toBeNull();
});

describe('roles', () => {
  it('make a viewer who acts for these organisations, each as what was granted, and for no other', async () => {
    const person = await somebody();
    const [city, body, other] = [await organisation('a-city'), await organisation('a-body'), await organisation('another')];
    await accounts.grant(person, 'MEMBER', city);
    await accounts.grant(person, 'PROGRAMME_OFFICER', body);
    await accounts.grant(person, 'PROGRAMME_OFFICER', body);
    const viewer = await viewerWith(await accounts.makeKey(person, 'laptop'));
    expect(viewer.administrator).toBe(false);
    expect(viewer.mandates).toHaveLength(2);
    expect([city, body, other].map((id) => actsFor(viewer, id))).toEqual([true, true, false]);
    expect([city, body, other].map((id) => isOfficerOf(viewer, id))).toEqual([false, true, false]);
  });

  it('of an administrator are for all organisations, yet make no officer', async () => {
    const person = await somebody();
    const body = await organisation('some-body');
    await accounts.grant(person, 'ADMINISTRATOR', null);
    const viewer = await viewerWith(await accounts.makeKey(person, 'laptop'));
    expect(viewer).toEqual({ personId: person, administrator: true, mandates: [] });
    expect([actsFor(viewer, body), isOfficerOf(viewer, body)]).toEqual([true, false]);
  });

  it('are for an organisation, save an administrator’s', async () => {
    const person = await somebody();
    await expect(accounts.grant(person, 'MEMBER', null)).rejects.toThrow('violates check constraint');
    await expect(accounts.grant(person, 'ADMINISTRATOR', await organisation('not-for-one'))).rejects.toThrow('violates check constraint');
  });

  it('that are taken away are gone with the next question', async () => {
    const person = await somebody();
    const city = await organisation('left-behind');
    await accounts.grant(person, 'MEMBER', city);
    const key = await accounts.makeKey(person, 'laptop');
    expect(actsFor(await viewerWith(key), city)).toBe(true);
    await database.query('DELETE FROM roles WHERE person_id = $1', [person]);
    expect(actsFor(await viewerWith(key), city)).toBe(false);
  });
});

describe('registering', () => {
  it('twice with one address, in whatever case, finds the same person and renews the name', async () => {
    const first = await somebody('Ann@Members.example');
    const again = await accounts.register({ name: 'Ann of old', email: 'ann@members.EXAMPLE', language: 'fr', zone: 'Europe/Paris' });
    expect(again).toBe(first);
    const viewer = await viewerWith(await accounts.makeKey(first, 'laptop'));
    expect(await accounts.person(viewer)).toMatchObject({ id: first, name: 'Ann of old', language: 'nl', zone: 'Europe/Brussels' });
  });

  it('at the same time makes one person', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => somebody('crowd@members.example')));
    expect(new Set(ids).size).toBe(1);
  });

  it('in a transaction that is undone makes nobody', async () => {
    const person = { name: 'Nobody', email: 'nobody@members.example', language: 'en', zone: 'UTC' } as const;
    const undone = database.transaction(async (manager) => {
      await accounts.makeKey(await accounts.register(person, manager), 'laptop', manager);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await database.query(`SELECT 1 FROM people WHERE email = 'nobody@members.example'`)).toEqual([]);
  });
});
