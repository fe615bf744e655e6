import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { Composers, linkToken, type Mail } from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const MADE = new Date('2023-09-20T08:00:00Z');

let room: PartnershipsRoom;
let owner: Viewer & { personId: string };

beforeAll(async () => {
  room = await partnershipsRoom(MADE);
  owner = await room.viewer('sociale-innovatiefabriek', 'MEMBER');
});
afterAll(() => room.close());

interface Shown {
  readonly id: string;
  readonly code?: string;
}

const SHOWN = '... on Idea { id state version possible } ... on Failure { code }';
const create = (title: string): Promise<Shown> =>
  room.ask(owner, `mutation ($title: String!) { createIdea(organisationId: "sociale-innovatiefabriek", idea: { title: $title, visibility: PUBLIC }) { ${SHOWN} } }`, { title });
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `{ idea(id: "${id}") { ${SHOWN} } }`);
const run = (mutation: 'renewIdea' | 'withdrawIdea', id: string): Promise<Shown> => room.ask(owner, `mutation { ${mutation}(id: "${id}") { ${SHOWN} } }`);

describe('the expiry of an idea', () => {
  const path = (id: string): string => `/renew-idea/nl/${linkToken('renew-idea', id, room.app.get<Config>(CONFIG).secret)}`;
  const message = async (id: string) => {
    const rows = await room.database.query<{ personId: string; revision: number; offset: string; due: string }[]>(
      `SELECT person_id AS "personId", revision, "offset", to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS due FROM messages WHERE subject_id = $1 ORDER BY revision, person_id`, [id]);
    return rows.filter(({ personId }) => personId === owner.personId);
  };
  const compose = async (id: string, revision: number) => {
    const key = { personId: owner.personId, subjectKind: 'IDEA', subjectId: id, revision, offset: 'P14D' };
    const reader = { name: 'Nel', email: 'nel@partners.example', language: 'nl', zone: 'Europe/Brussels' } as const;
    return room.app.get(Composers).of('idea-expires').compose({ ...key, id, template: 'idea-expires', dueAt: MADE, toldWith: null }, reader);
  };

  it('is told fourteen days before, with a link that shows and then renews without sign-in', async () => {
    const { id } = await create('Renewed <by> link');
    expect(await message(id)).toMatchObject([{ revision: 1, offset: 'P14D', due: '2024-03-06' }]);
    const mail = (await compose(id, 1)) as Mail;
    expect(mail.subject).toBe('Uw idee “Renewed <by> link” verloopt over 14 dagen');
    expect(mail.text).toContain('20 maart 2024');
    expect(mail.text).toContain(path(id));

    await room.clock.set(new Date('2024-03-10T08:00:00Z'));
    const shown = await room.app.inject({ method: 'GET', url: path(id) });
    expect(shown.statusCode).toBe(200);
    expect(shown.body).toContain('Renewed &lt;by&gt; link');
    expect(await read(ANONYMOUS, id)).toMatchObject({ version: 1 });
    for (let click = 0; click < 2; click += 1) expect((await room.app.inject({ method: 'POST', url: path(id) })).body).toContain('is open tot 10 september 2024');
    expect(await read(ANONYMOUS, id)).toMatchObject({ version: 2, state: 'OPEN' });
    expect(await message(id)).toMatchObject([{ revision: 1 }, { revision: 2, due: '2024-08-27' }]);
    expect(await compose(id, 1)).toEqual({ skip: 'renewed' });
  });

  it('hides an idea from others until its people renew it', async () => {
    await room.clock.set(MADE);
    const { id } = await create('Slept');
    await room.clock.set(new Date('2024-03-20T09:00:00Z'));
    expect([await read(owner, id), await read(ANONYMOUS, id)]).toMatchObject([{ state: 'EXPIRED', possible: ['CHANGE', 'RENEW', 'WITHDRAW'] }, { code: 'NOT_FOUND' }]);
    expect(await compose(id, 1)).toEqual({ skip: 'withdrawn or expired' });
    expect(await run('renewIdea', id)).toMatchObject({ state: 'OPEN', version: 2 });
    expect(await read(ANONYMOUS, id)).toMatchObject({ state: 'OPEN' });
  });

  it('is no matter of forged links, nor of withdrawn ideas', async () => {
    const { id } = await create('Forged');
    const forged = `${path(id).slice(0, -1)}${path(id).endsWith('A') ? 'B' : 'A'}`;
    await run('withdrawIdea', id);
    for (const url of [forged, path(id), path(id).replace('/nl/', '/xx/')]) {
      for (const method of ['GET', 'POST'] as const) expect((await room.app.inject({ method, url })).statusCode).toBe(404);
    }
  });
});
