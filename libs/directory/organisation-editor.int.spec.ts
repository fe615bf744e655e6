import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { Conflict, connect, copyOfTemplate, Forbidden, InvalidInput, NotFound } from '#libs/platform';
import { OrganisationEditor, type OrganisationChange } from './organisation-editor.service.js';
import { OrganisationsService } from './organisations.service.js';
import { insertOrganisation, insertThemes } from './testing/rows.js';
import { ThemesService } from './themes.service.js';

const copy = await copyOfTemplate();
const database = await connect(copy.url);
const themes = new ThemesService(database);
const organisations = new OrganisationsService(database, themes);
const editor = new OrganisationEditor(database, organisations, themes);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

let member: Viewer = ANONYMOUS;

beforeAll(async () => {
  await insertThemes(database);
  const organisationId = await insertOrganisation(database, { code: 'gent', name: 'Stad Gent', offers: ['food'], seeks: ['work'] });
  await insertOrganisation(database, { code: 'hidden', name: 'Verborgen', public: false });
  member = { personId: organisationId, administrator: false, mandates: [{ role: 'MEMBER', organisationId }] };
});

const version = async (): Promise<number> => (await organisations.organisation(COMMAND_LINE, 'gent'))!.version;
const written = () => database.query<{ queue: string; name: string }[]>('SELECT queue, name FROM outbox');

describe('changing an organisation', () => {
  it('replaces what is given, keeps the rest and has suggestions follow', async () => {
    const offers = [{ theme: 'food.surplus', strength: 3, phases: ['TEST', 'EVALUATE'] as const }, { theme: 'work', strength: 1 }];
    const before = await version();
    const changed = await editor.update(member, 'gent', { expectedVersion: before, capacity: 2, offers });
    expect(changed).toMatchObject({
      version: before + 1,
      capacity: 2,
      interests: [
        { themeId: 'food.surplus', direction: 'OFFERS', strength: 3, phases: ['TEST', 'EVALUATE'] },
        { themeId: 'work', direction: 'SEEKS', strength: 2, phases: [] },
        { themeId: 'work', direction: 'OFFERS', strength: 1, phases: [] },
      ],
    });
    expect(await written()).toEqual([{ queue: 'matching', name: 'data-changed' }]);
  });

  it('takes an answer back with null only', async () => {
    const kept = await editor.update(member, 'gent', { expectedVersion: await version(), seeks: [] });
    expect(kept.capacity).toBe(2);
    const taken = await editor.update(member, 'gent', { expectedVersion: await version(), capacity: null });
    expect(taken.capacity).toBeNull();
    expect(taken.interests.map(({ direction }) => direction)).toEqual(['OFFERS', 'OFFERS']);
  });

  it('is for those who act for it; what one may not see is not there', async () => {
    const change = { expectedVersion: await version(), capacity: 1 };
    await expect(editor.update(ANONYMOUS, 'gent', change)).rejects.toThrow(Forbidden);
    await expect(editor.update(member, 'hidden', change)).rejects.toThrow(NotFound);
    await expect(editor.update(COMMAND_LINE, 'hidden', { ...change, expectedVersion: 1 })).resolves.toMatchObject({ capacity: 1 });
  });

  it('lets one of two who read the same version win', async () => {
    const expectedVersion = await version();
    const both = [3, 4].map((capacity) => editor.update(member, 'gent', { expectedVersion, capacity }));
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) });
    expect(await version()).toBe(expectedVersion + 1);
  });

  it.each<[string, Partial<OrganisationChange>]>([
    ['capacity', { capacity: -1 }],
    ['capacity', { capacity: 1001 }],
    ['offers[1].theme', { offers: [{ theme: 'food', strength: 1 }, { theme: 'nowhere', strength: 1 }] }],
    ['seeks[1].theme', { seeks: [{ theme: 'food', strength: 1 }, { theme: 'food', strength: 2 }] }],
    ['seeks[0].strength', { seeks: [{ theme: 'food', strength: 4 }] }],
    ['capacity', { capacity: Number.NaN }],
    ['capacity', { capacity: Infinity }],
    ['seeks[0].strength', { seeks: [{ theme: 'food', strength: Number.NaN }] }],
    ['offers[0].theme', { offers: [{ theme: 'food\0', strength: 1 }] }],
    ['offers[0].theme', { offers: [{ theme: 'f'.repeat(1_000_000), strength: 1 }] }],
    ['offers', { offers: Array.from({ length: 101 }, () => ({ theme: 'food', strength: 1 })) }],
  ])('refuses a wrong %s and changes nothing', async (field, change) => {
    const before = await version();
    const waiting = (await written()).length;
    const update = editor.update(member, 'gent', { expectedVersion: before, ...change });
    await expect(update).rejects.toThrow(expect.objectContaining({ constructor: InvalidInput, field }));
    expect(await version()).toBe(before);
    expect(await written()).toHaveLength(waiting);
  });
});
