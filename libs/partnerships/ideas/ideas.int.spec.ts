import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { Composers, linkToken, type Mail } from '#libs/mail';
import { CONFIG, type Config } from '#libs/platform';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const MADE = new Date('2023-09-20T08:00:00Z');

let room: PartnershipsRoom;
let owner: Viewer & { personId: string };
let stranger: Viewer & { personId: string };

beforeAll(async () => {
  room = await partnershipsRoom(MADE);
  owner = await room.viewer('sociale-innovatiefabriek', 'MEMBER');
  stranger = await room.viewer('avise', 'MEMBER');
});
afterAll(() => room.close());

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly code?: string;
  readonly message?: string;
}

const SHOWN = `... on Idea { id title summary state version possible visibility phases ambition purposes intendedResult objectives challenges
  actionTypes targetGroups activityCountries totalBudgetEur grantEur months startsOn endsOn disseminationPlan jointPreparatoryPhase
  madeAt expiresAt organisation { id } call { id } themes { id } slots { role type place note theme { id } }
  screening { outcome version novelty } } ... on Failure { code message } ... on Conflict { now: state possible present: version }`;

const CREATE = `mutation ($organisationId: ID!, $idea: IdeaInput!) { createIdea(organisationId: $organisationId, idea: $idea) { ${SHOWN} } }`;
const create = (idea: object, viewer: Viewer = owner, organisationId = 'sociale-innovatiefabriek'): Promise<Shown> =>
  room.ask(viewer, CREATE, { organisationId, idea });
const change = (id: string, version: number, changes: object, viewer: Viewer = owner): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $version: Int!, $changes: IdeaInput!) { changeIdea(id: $id, version: $version, changes: $changes) { ${SHOWN} } }`, { id, version, changes });
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `query ($id: ID!) { idea(id: $id) { ${SHOWN} } }`, { id });
const run = (mutation: 'renewIdea' | 'withdrawIdea', id: string, viewer: Viewer = owner): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!) { ${mutation}(id: $id) { ${SHOWN} } }`, { id });
const found = async (viewer: Viewer, filter: string): Promise<string[]> =>
  (await room.ask<{ nodes: Shown[] }>(viewer, `{ ideas(${filter}) { nodes { title } } }`)).nodes.map(({ title }) => title);

const FULL = {
  title: 'A shared kitchen',
  summary: 'Surplus food becomes work.',
  callId: '2SEAS-SO13',
  visibility: 'PUBLIC',
  phases: ['DEVELOP', 'TEST'],
  ambition: 'SCALE_UP',
  purposes: ['JOINT_DEVELOPMENT', 'TESTING'],
  intendedResult: 'A hundred people at work for longer.',
  themes: ['food.surplus', 'inclusion.active'],
  objectives: ['1.3', '2.1'],
  challenges: ['unemployment'],
  actionTypes: ['PILOT', 'something of our own'],
  targetGroups: ['young people without work'],
  activityCountries: ['be', 'UK'],
  totalBudgetEur: 900_000,
  grantEur: 720_000.5,
  months: 30,
  startsOn: '2024-03-01',
  endsOn: '2026-08-31',
  disseminationPlan: 'A website.',
  jointPreparatoryPhase: 'Two meetings.',
  screening: { novelty: 'A kitchen for all', cooperation: 'Farmers and cooks', need: 'Work' },
  slots: [
    { type: 'ACADEMIA', place: 'FOREIGN', note: 'who measures' },
    { role: 'OBSERVER', type: 'MUNICIPALITY', place: 'be25', themeId: 'food' },
  ],
};

describe('an idea', () => {
  it('keeps all that is said of it', async () => {
    const made = await create(FULL);
    const { callId: _, themes: __, slots: ___, screening: ____, ...told } = FULL;
    expect(made).toMatchObject({
      ...told,
      activityCountries: ['BE', 'GB'],
      state: 'OPEN',
      possible: ['CHANGE', 'RENEW', 'EXPIRE', 'WITHDRAW'],
      version: 1,
      expiresAt: new Date('2024-03-20T08:00:00Z').toISOString() as unknown,
      organisation: { id: 'sociale-innovatiefabriek' },
      call: { id: '2SEAS-SO13' },
      themes: [{ id: 'food.surplus' }, { id: 'inclusion.active' }],
      slots: [
        { role: 'CO_APPLICANT', type: 'ACADEMIA', place: 'FOREIGN', note: 'who measures', theme: null },
        { role: 'OBSERVER', type: 'MUNICIPALITY', place: 'BE25', note: '', theme: { id: 'food' } },
      ],
      screening: { outcome: 'NEEDS_REVIEW', version: 1, novelty: 'A kitchen for all' },
    });
    expect(await read(ANONYMOUS, made.id)).toEqual(made);
  });
});
