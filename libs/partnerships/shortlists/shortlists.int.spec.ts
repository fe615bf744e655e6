import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import fc from 'fast-check';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { AccountsService, ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import {
  Clock,
  Conflict,
  copyOfTemplate,
  Forbidden,
  InvalidInput,
  Language,
  NotFound,
  PlatformModule,
  readConfig,
  Unauthenticated,
} from '#libs/platform';
import { AnswersService, SuggestionsService } from '#libs/suggestions';
import { PartnershipsModule } from '../partnerships.module.js';
import { ShortlistReasons } from './shortlist-reasons.service.js';
import { ShortlistsService, type WantedEntry } from './shortlists.service.js';

const TRACK = 'NCC-2023-VL';
const DEMO_START = new Date('2023-09-04T07:00:00Z');

let app: INestApplicationContext;
let drop: () => Promise<void>;
let database: DataSource;
let service: ShortlistsService;
let person: string;
let officer: Viewer;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  const root = { module: PartnershipsModule, imports: [PlatformModule.forRoot(readConfig({}), copy.url)] };
  app = await NestFactory.createApplicationContext(root, { logger: ['error'] });
  database = app.get(DataSource);
  await importFiles(database, [path.join(BUNDLED_DATA, 'domain')], [...directoryFormats, ...callFormats]);
  await app.get(Clock).set(DEMO_START);
  service = app.get(ShortlistsService);
  const accounts = new AccountsService(database);
  person = await accounts.register({ name: 'Somebody', email: 'somebody@bodies.example', language: 'nl', zone: 'Europe/Brussels' });
  officer = await viewer('europa-wse', 'PROGRAMME_OFFICER');
});
afterAll(async () => {
  await app.close();
  await drop();
});
afterEach(() => database.query('DELETE FROM shortlists'));

const idOf = async (code: string): Promise<string> =>
  (await database.query<[{ id: string }]>('SELECT id FROM organisations WHERE code = $1', [code]))[0].id;

async function viewer(organisation: string, role: 'MEMBER' | 'PROGRAMME_OFFICER'): Promise<Viewer> {
  return { personId: person, administrator: false, mandates: [{ organisationId: await idOf(organisation), role }] };
}

/** The people for whom a body's shortlists do not exist. */
const strangers = async (): Promise<Viewer[]> => [
  await viewer('europa-wse', 'MEMBER'),
  await viewer('esfa-lt', 'PROGRAMME_OFFICER'),
  { personId: person, administrator: false, mandates: [] },
  COMMAND_LINE,
];

const begin = async (name = 'First look'): Promise<string> => (await service.create(officer, TRACK, name)).id;
const put = (list: string, organisation: string, wanted: Partial<WantedEntry> = {}, by: Viewer = officer) =>
  service.put(by, list, { organisation, note: null, position: null, suggestedFor: null, ...wanted });

/** Codes in their order; the positions are 1, 2, 3 …, or this fails. */
async function orderOf(list: string): Promise<string[]> {
  const rows = await database.query<{ code: string; position: number }[]>(
    `SELECT o.code, e.position FROM shortlist_entries e JOIN organisations o ON o.id = e.organisation_id
     WHERE e.shortlist_id = $1 ORDER BY e.position`,
    [list],
  );
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, i) => i + 1));
  return rows.map(({ code }) => code);
}

describe('a shortlist', () => {
  it('is begun on a track by an officer of its body, under a tidy name, and listed by name', async () => {
    const made = await service.create(officer, TRACK, '  Second look ');
    expect(made).toMatchObject({ name: 'Second look', bodyId: await idOf('europa-wse') });
    expect(made.madeAt.getTime() - DEMO_START.getTime()).toBeLessThan(120_000);
    await begin('First look');
    expect((await service.ofTrack(officer, TRACK)).map(({ name }) => name)).toEqual(['First look', 'Second look']);
    expect(await service.ofTrack(officer, made.trackId)).toHaveLength(2);
  });

  it('has a name of its own on the track, however it is typed, also when two begin it at once', async () => {
    await begin('Caf\u00e9');
    await expect(begin(' Cafe\u0301 ')).rejects.toThrow(new Conflict('There is already a shortlist "Café" on this track.'));
    const both = await Promise.allSettled([begin('Same'), begin('Same')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('is made once for each Idempotency-Key', async () => {
    const keyed = { ...officer, idempotencyKey: 'first-look' };
    const both = await Promise.all([service.create(keyed, TRACK, 'First look'), service.create(keyed, TRACK, 'First look')]);
    expect(both[0].id).toBe(both[1].id);
  });

  it.each([
    ['name: must not be empty.', ''],
    ['name: must not be empty.', ' \n '],
    ['name: is longer than 120 characters.', 'x'.repeat(121)],
    ['name: has the control character U+0000 in it.', 'a\0b'],
  ])('has a name that can be used: %s', async (message, name) => {
    const made = service.create(officer, TRACK, name);
    await expect(made).rejects.toThrow(InvalidInput);
    await expect(made).rejects.toThrow(message);
  });
});

describe('who keeps shortlists', () => {
  it('is no visitor', async () => {
    const list = await begin();
    for (const asked of [
      service.ofTrack(ANONYMOUS, TRACK),
      service.create(ANONYMOUS, TRACK, 'Mine'),
      put(list, 'avise', {}, ANONYMOUS),
      service.remove(ANONYMOUS, list, 'avise'),
    ]) {
      await expect(asked).rejects.toThrow(Unauthenticated);
    }
  });

  it('is nobody but an officer of the body: others are told so of a track, and find no shortlist', async () => {
    const list = await begin();
    for (const stranger of await strangers()) {
      await expect(service.ofTrack(stranger, TRACK)).rejects.toThrow(Forbidden);
      await expect(service.create(stranger, TRACK, 'Mine')).rejects.toThrow(Forbidden);
      await expect(put(list, 'avise', {}, stranger)).rejects.toThrow(new NotFound('shortlistId', list));
      await expect(service.remove(stranger, list, 'avise')).rejects.toThrow(new NotFound('shortlistId', list));
    }
    expect(await orderOf(list)).toEqual([]);
  });

  it('finds nothing under an id that is none', async () => {
    for (const id of ['01890000-0000-7000-8000-000000000000', 'no-id', '', 'a\0b', "' OR true --"]) {
      await expect(put(id, 'avise')).rejects.toThrow(new NotFound('shortlistId', id));
      await expect(service.ofTrack(officer, id)).rejects.toThrow(new NotFound('trackId', id));
    }
  });
});

describe('an entry', () => {
  it('is put last, or where it is wanted, and the others make room', async () => {
    const list = await begin();
    for (const code of ['avise', 'vives', 'stad-mechelen']) await put(list, code);
    expect(await orderOf(list)).toEqual(['avise', 'vives', 'stad-mechelen']);
    await put(list, 'stad-brugge', { position: 1 });
    await put(list, 'stad-gent', { position: 3 });
    await put(list, 'rethink-ireland', { position: 99 });
    expect(await orderOf(list)).toEqual(['stad-brugge', 'avise', 'stad-gent', 'vives', 'stad-mechelen', 'rethink-ireland']);
  });

  it('is moved when it is there already, and keeps place, note and asker where nothing is said of them', async () => {
    const list = await begin();
    for (const code of ['avise', 'vives', 'stad-mechelen']) await put(list, code);
    await put(list, 'vives', { position: 1, note: ' Knows the field. ', suggestedFor: 'stad-mechelen' });
    expect(await orderOf(list)).toEqual(['vives', 'avise', 'stad-mechelen']);
    await put(list, 'vives');
    await put(list, 'vives', { position: 3 });
    expect(await orderOf(list)).toEqual(['avise', 'stad-mechelen', 'vives']);
    const entries = await service.entriesOf(list);
    expect(entries.at(-1)).toMatchObject({ note: 'Knows the field.', suggestedFor: await idOf('stad-mechelen') });
    expect(entries[0]).toMatchObject({ note: '', suggestedFor: await idOf('europa-wse') });
    await put(list, 'vives', { note: '' });
    expect((await service.entriesOf(list)).at(-1)?.note).toBe('');
  });

  it('is taken off without leaving a gap; one that is not there changes nothing', async () => {
    const list = await begin();
    for (const code of ['avise', 'vives', 'stad-mechelen']) await put(list, code);
    await service.remove(officer, list, 'avise');
    await service.remove(officer, list, 'avise');
    expect(await orderOf(list)).toEqual(['vives', 'stad-mechelen']);
  });

  it('is an organisation that the officer may know of', async () => {
    const list = await begin();
    await database.query(`UPDATE organisations SET public = false WHERE code = 'vives'`);
    await expect(put(list, 'vives')).rejects.toThrow(new NotFound('organisationId', 'vives'));
    await expect(put(list, 'avise', { suggestedFor: 'vives' })).rejects.toThrow(new NotFound('suggestedForId', 'vives'));
    await database.query(`UPDATE organisations SET public = true WHERE code = 'vives'`);
    await expect(put(list, 'nobody')).rejects.toThrow(new NotFound('organisationId', 'nobody'));
    await expect(service.remove(officer, list, 'nobody')).rejects.toThrow(new NotFound('organisationId', 'nobody'));
    expect(await orderOf(list)).toEqual([]);
  });

  it.each<[string, Partial<WantedEntry>]>([
    ['position: must be 1 or more.', { position: 0 }],
    ['position: must be 1 or more.', { position: -1 }],
    ['position: must be 1 or more.', { position: 1.5 }],
    ['note: is longer than 2000 characters.', { note: 'x'.repeat(2001) }],
    ['note: has the control character U+0000 in it.', { note: 'a\0b' }],
  ])('has a place and a note that can be used: %s', async (message, wanted) => {
    const list = await begin();
    await expect(put(list, 'avise', wanted)).rejects.toThrow(message);
    expect(await orderOf(list)).toEqual([]);
  });

  it('finds no room on a list of two hundred', async () => {
    const list = await begin();
    await database.query(
      `WITH many AS (INSERT INTO organisations (code, name, country, source)
         SELECT 'many-' || n, 'Many ' || n, 'BE', 'Verbond' FROM generate_series(1, 200) n RETURNING id, code)
       INSERT INTO shortlist_entries SELECT $1, id, id, row_number() OVER (ORDER BY code), '', verbond_now() FROM many`,
      [list],
    );
    await expect(put(list, 'avise')).rejects.toThrow('organisationId: a shortlist holds at most 200 organisations.');
    await put(list, await idOf('many-1'), { position: 200 });
    expect((await orderOf(list)).at(-1)).toBe('many-1');
    await database.query(`DELETE FROM organisations WHERE code LIKE 'many-%'`);
  });
});

describe('the order', () => {
  it('stays whole when many put and take at the same time', async () => {
    const list = await begin();
    const rows = await database.query<{ code: string }[]>(`SELECT code FROM organisations WHERE public ORDER BY code LIMIT 25`);
    const codes = rows.map(({ code }) => code);
    await Promise.all(codes.map((code, i) => put(list, code, { position: (i % 5) + 1 })));
    expect((await orderOf(list)).toSorted()).toEqual(codes);
    const change = (code: string, i: number) => (i % 2 === 0 ? service.remove(officer, list, code) : put(list, code, { position: 1 }));
    await Promise.all(codes.slice(0, 20).map(change));
    expect(await orderOf(list)).toHaveLength(15);
  });

  it('is what a plain list would be after the same changes', async () => {
    const list = await begin();
    const CODES = ['avise', 'vives', 'stad-mechelen', 'stad-brugge', 'stad-gent', 'rethink-ireland'];
    const change = fc.record({
      code: fc.constantFrom(...CODES),
      position: fc.option(fc.integer({ min: 1, max: 8 })),
      off: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
        await database.query('DELETE FROM shortlist_entries');
        let model: string[] = [];
        for (const { code, position, off } of changes) {
          const before = model.indexOf(code);
          model = model.filter((other) => other !== code);
          if (off) await service.remove(officer, list, code);
          else {
            await put(list, code, { position });
            model.splice(position === null ? (before === -1 ? model.length : before) : position - 1, 0, code);
          }
        }
        expect(await orderOf(list)).toEqual(model);
      }),
      { numRuns: 25 },
    );
  });
});

describe('why an organisation is on a shortlist', () => {
  it('is told from the point of view of whom it was found for, in the reader’s language', async () => {
    const list = await begin();
    await put(list, 'avise', { suggestedFor: 'sociale-innovatiefabriek' });
    await put(list, 'vives');
    const shortlist = (await service.ofTrack(officer, TRACK))[0]!;
    const entries = await app.get(ShortlistReasons).entriesOf(shortlist, Language.NL);
    expect(entries.map(({ position }) => position)).toEqual([1, 2]);
    for (const { why } of entries) expect(why.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(0);
    const said = entries[0]!.why.flatMap(({ evidence }) => evidence.map(({ text }) => text));
    expect(said).toContain('Voegt Frankrijk toe: 2 van 3 landen.');
    expect(said.join(' ')).toMatch(/Biedt|Zat in|Deed mee aan/);
  });
});

describe('the answer from which an organisation was found', () => {
  it('is kept for as long as it is on the list', async () => {
    const suggestions = app.get(SuggestionsService);
    const ask = (asOf?: Date) => suggestions.suggestedPartners(COMMAND_LINE, 'NCC-2023', 'sociale-innovatiefabriek', { first: 5 }, asOf && { asOf });
    const found = await ask();
    const list = await begin();
    await put(list, found.nodes[0]!.organisation, { suggestedFor: 'sociale-innovatiefabriek' });
    await database.query(`UPDATE answers SET answered_at = answered_at - interval '200 days', replaced_at = verbond_now() - interval '100 days'`);

    expect(await app.get(AnswersService).prune()).toBe(0);
    const then = await ask(new Date(DEMO_START.getTime() - 150 * 86_400_000));
    expect(then.nodes.map(({ id, score }) => [id, score])).toEqual(found.nodes.map(({ id, score }) => [id, score]));
    await service.remove(officer, list, found.nodes[0]!.organisation);
    expect(await app.get(AnswersService).prune()).toBe(1);
  });
});
