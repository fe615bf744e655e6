import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE } from '#libs/accounts';
import { connect, copyOfTemplate } from '#libs/platform';
import { ProjectsService, type ProjectFilter } from './projects.service.js';
import { insertOrganisation, insertProject, insertThemes } from './testing/rows.js';
import { ThemesService } from './themes.service.js';

const copy = await copyOfTemplate();
const database = await connect(copy.url);
const projects = new ProjectsService(database, new ThemesService(database));
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});

let gent = '';
let flavour = '';

beforeAll(async () => {
  await insertThemes(database);
  gent = await insertOrganisation(database, { code: 'gent', name: 'Stad Gent' });
  const hidden = await insertOrganisation(database, { code: 'hidden', name: 'Verborgen', public: false });
  const title = 'FLAVOUR: sharing food';
  const members = [hidden, gent];
  flavour = await insertProject(database, { code: 'flavour', title, startsOn: '2019-01-01', themes: ['food.surplus'], members });
  await insertProject(database, { code: 'sail', title: 'Staying Active', startsOn: '2017-05-01', members: [gent] });
  await insertProject(database, { code: 'old', title: 'Without a date', members: [gent] });
  await insertProject(database, { code: 'other', title: 'Café social', startsOn: '2019-01-01' });
});

const found = async (filter: ProjectFilter): Promise<string[]> =>
  (await projects.projects(filter, { first: 100 })).nodes.map(({ id }) => id);

describe('a list of projects', () => {
  it('has the latest first and those without a date last', async () => {
    expect(await found({})).toEqual(['other', 'flavour', 'sail', 'old']);
  });

  it('is narrowed by words, theme and programme', async () => {
    expect(await found({ search: 'CAFE' })).toEqual(['other']);
    expect(await found({ theme: 'food' })).toEqual(['flavour']);
    expect(await found({ programme: 'zeeen 2' })).toHaveLength(4);
    expect(await found({ programme: 'EaSI' })).toEqual([]);
  });

  it('can be walked page by page, each row once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo } = await projects.projects({}, { first: 1, after });
      seen.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['other', 'flavour', 'sail', 'old']);
  });
});

describe('members of projects', () => {
  it('are those the viewer may see, in the order of the source', async () => {
    const names = async (viewer: typeof ANONYMOUS) => (await projects.membersOf(viewer, [flavour])).get(flavour)?.length;
    expect(await names(ANONYMOUS)).toBe(1);
    expect(await names(COMMAND_LINE)).toBe(2);
  });

  it('have their latest projects, at most as many as asked for', async () => {
    const latest = (await projects.latestOf([gent], 2)).get(gent) ?? [];
    const codes = await projects.byUuid(latest.map(({ projectUuid }) => projectUuid));
    expect(latest.map(({ projectUuid }) => codes.get(projectUuid)?.id)).toEqual(['flavour', 'sail']);
  });

  it('are found by the own id and the code of a project', async () => {
    expect(await projects.project(flavour)).toMatchObject({ id: 'flavour', startsOn: '2019-01-01', themeIds: ['food.surplus'] });
    expect(await projects.project('flavour')).toMatchObject({ uuid: flavour });
    expect(await projects.project('nowhere')).toBeUndefined();
  });
});
