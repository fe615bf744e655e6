import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Viewer } from '#libs/accounts';
import { connect, copyOfTemplate, InvalidInput } from '#libs/platform';
import { OrganisationsService, type OrganisationFilter } from './organisations.service.js';
import { OrganisationType } from './organisation-type.js';
import { insertOrganisation, insertProject, insertThemes, type OrganisationSeed } from './testing/rows.js';
import { ThemesService } from './themes.service.js';

const copy = await copyOfTemplate();
const database = await connect(copy.url);
const organisations = new OrganisationsService(database, new ThemesService(database));
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

let hidden = '';
let member: Viewer = ANONYMOUS;

beforeAll(async () => {
  await insertThemes(database);
  const names = { fr: '2 Mers', nl: '2 Zeeën' };
  const insert = (seed: OrganisationSeed) => insertOrganisation(database, seed);
  await insert({ code: 'js-2-seas', name: 'Joint Secretariat 2 Seas', country: 'FR', nuts: 'FRE11', codes: ['999888777'], names });
  await insert({ code: 'gent', name: 'Stad Gent', nuts: 'BE234', type: 'MUNICIPALITY', seeks: ['food.surplus.sharing'] });
  await insert({ code: 'fareshare', name: 'FareShare Sussex', country: 'GB', nuts: 'UKJ21', offers: ['food.surplus'] });
  await insert({ code: 'percent', name: '100% Zuid_West \\ Café', country: 'NL', nuts: 'NL342', type: 'HES' });
  hidden = await insert({ code: 'hidden', name: 'Stichting Verborgen Gent', public: false, offers: ['food'] });
  member = { personId: hidden, administrator: false, mandates: [{ role: 'MEMBER', organisationId: hidden }] };
});

const found = async (filter: OrganisationFilter, viewer: Viewer = ANONYMOUS): Promise<string[]> =>
  (await organisations.organisations(viewer, filter, { first: 100 })).nodes.map(({ id }) => id);

describe('a list of organisations', () => {
  it('is in the order of their names, whatever their case', async () => {
    expect(await found({})).toEqual(['percent', 'fareshare', 'js-2-seas', 'gent']);
  });

  it.each([
    ['gent STAD', ['gent']],
    ['zeeen', ['js-2-seas']],
    ['2 mèrs', ['js-2-seas']],
    ['mers secretariat', []],
    ['fare sussex', ['fareshare']],
    [' ', ['percent', 'fareshare', 'js-2-seas', 'gent']],
  ])('finds "%s" in one name of any language, without case, accents or order', async (search, codes) => {
    expect(await found({ search })).toEqual(codes);
  });

  it.each([
    ['%', ['percent']],
    ['％', ['percent']],
    ['_', ['percent']],
    ['\\', ['percent']],
    ['s_ad', []],
    ['st%t', []],
    ["'; DROP TABLE organisations; --", []],
  ])('takes "%s" literally', async (search, codes) => {
    expect(await found({ search })).toEqual(codes);
  });

  it('is narrowed by place and type', async () => {
    expect(await found({ country: 'UK' })).toEqual(['fareshare']);
    expect(await found({ region: 'be2' })).toEqual(['gent']);
    expect(await found({ region: 'BE3' })).toEqual([]);
    expect(await found({ type: OrganisationType.MUNICIPALITY })).toEqual(['gent']);
  });

  it('finds who offers or seeks a theme or one below it', async () => {
    expect(await found({ theme: 'food' })).toEqual(['fareshare', 'gent']);
    expect(await found({ theme: 'food.surplus.sharing' })).toEqual(['gent']);
    expect(await found({ theme: 'work' })).toEqual([]);
  });

  it('finds who has worked on a theme, once the project has begun', async () => {
    const worker = await insertOrganisation(database, { code: 'worker', name: 'Worker', country: 'SE' });
    await insertProject(database, { code: 'p-work', title: 'Work', startsOn: '2018-01-01', themes: ['work'], members: [worker] });
    await insertProject(database, { code: 'p-food', title: 'Food', startsOn: '2999-01-01', themes: ['food'], members: [worker] });
    expect(await found({ theme: 'work', country: 'SE' })).toEqual(['worker']);
    expect(await found({ theme: 'food', country: 'SE' })).toEqual([]);
    await database.query(`DELETE FROM projects WHERE code IN ('p-work', 'p-food')`);
    await database.query(`DELETE FROM organisations WHERE code = 'worker'`);
  });

  it.each([
    ['theme', { theme: 'nowhere' }],
    ['search', { search: '\0' }],
    ['country', { country: 'Belgium' }],
    ['region', { region: '%' }],
  ])('names the %s at fault', async (field, filter) => {
    await expect(found(filter)).rejects.toThrow(expect.objectContaining({ constructor: InvalidInput, field }));
  });

  it('can be walked page by page, each row once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await organisations.organisations(COMMAND_LINE, {}, { first: 2, after });
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['percent', 'fareshare', 'js-2-seas', 'gent', 'hidden']);
  });

  it('refuses a cursor of another list', async () => {
    const after = Buffer.from('["a"]').toString('base64url');
    await expect(organisations.organisations(ANONYMOUS, {}, { first: 2, after })).rejects.toThrow(InvalidInput);
  });
});

describe('an organisation', () => {
  it('is found by its own id and by every code', async () => {
    const uuid = (await organisations.organisation(ANONYMOUS, 'js-2-seas'))?.uuid ?? '';
    for (const id of [uuid, uuid.toUpperCase(), '999888777']) {
      expect(await organisations.organisation(ANONYMOUS, id)).toMatchObject({ id: 'js-2-seas', codes: ['999888777', 'js-2-seas'] });
    }
  });

  it.each(['nowhere', '', 'a\0b', '01a20d76-9bb2-7101-abfc-7fb57633c6b8'])('is not found by "%s"', async (id) => {
    expect(await organisations.organisation(ANONYMOUS, id)).toBeUndefined();
  });

  it('has no type when its source used another vocabulary', async () => {
    expect(await organisations.organisation(ANONYMOUS, 'percent')).toMatchObject({ type: null });
  });

  it('tells which of its names are in use today', async () => {
    await database.query(
      `INSERT INTO organisation_names (organisation_id, name, language, valid_from, valid_to)
       SELECT organisation_id, 'Agentschap Gent', 'nl', '2000-01-01', '2010-12-31' FROM organisation_codes WHERE code = 'gent'`,
    );
    const gent = await organisations.organisation(ANONYMOUS, 'gent');
    expect(gent?.names).toEqual([
      { name: 'Agentschap Gent', language: 'nl', from: '2000-01-01', to: '2010-12-31', current: false },
      { name: 'Stad Gent', language: null, from: null, to: null, current: true },
    ]);
  });
});

describe('an organisation that is not public', () => {
  it('is there for those who act for it and for administrators', async () => {
    for (const viewer of [member, COMMAND_LINE]) {
      expect(await found({ search: 'verborgen' }, viewer)).toEqual(['hidden']);
      expect(await organisations.resolveId(viewer, 'hidden')).toBe(hidden);
    }
  });

  it('answers all others like one that does not exist', async () => {
    const stranger: Viewer = { administrator: false, mandates: [] };
    for (const viewer of [ANONYMOUS, stranger]) {
      expect(await found({ search: 'verborgen' }, viewer)).toEqual([]);
      expect(await found({ theme: 'food' }, viewer)).not.toContain('hidden');
      expect(await organisations.organisation(viewer, 'hidden')).toBeUndefined();
      expect(await organisations.organisation(viewer, hidden)).toBeUndefined();
      expect(await organisations.byUuid(viewer, [hidden])).toEqual(new Map());
    }
  });

  it('is resolved for other rooms, which ask for themselves', async () => {
    expect(await organisations.resolveOrganisationIds(['hidden', 'nowhere'])).toEqual(new Map([['hidden', hidden]]));
  });
});
