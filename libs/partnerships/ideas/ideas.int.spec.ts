import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

let room: PartnershipsRoom;
let owner: Viewer & { personId: string };
let stranger: Viewer & { personId: string };

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2023-09-20T08:00:00Z'));
  owner = await room.viewer('sociale-innovatiefabriek', 'MEMBER');
  stranger = await room.viewer('avise', 'MEMBER');
});
afterAll(() => room.close());

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly expiresAt: Date;
  readonly code?: string;
  readonly message?: string;
}

const SHOWN = `... on Idea { id title summary state version possible visibility phases ambition purposes intendedResult objectives challenges
  actionTypes targetGroups activityCountries totalBudgetEur grantEur months startsOn endsOn disseminationPlan jointPreparatoryPhase
  madeAt expiresAt organisation { id } call { id } themes { id } slots { role type place note theme { id } }
  screening { outcome version novelty } } ... on Failure { code message } ... on Conflict { now: presentState instead: possibleEvents present: presentVersion }`;

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

const TOLD = {
  title: 'A shared kitchen',
  summary: 'Surplus food becomes work.',
  visibility: 'PUBLIC',
  phases: ['DEVELOP', 'TEST'],
  ambition: 'SCALE_UP',
  purposes: ['JOINT_DEVELOPMENT', 'TESTING'],
  intendedResult: 'A hundred people at work for longer.',
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
};
const FULL = {
  ...TOLD,
  callId: '2SEAS-SO13',
  themes: ['inclusion.active', 'inclusion.poverty.food'],
  screening: { novelty: 'A kitchen for all', cooperation: 'Farmers and cooks', need: 'Work' },
  slots: [
    { type: 'ACADEMIA', place: 'FOREIGN', note: 'who measures' },
    { role: 'OBSERVER', type: 'MUNICIPALITY', place: 'be25', themeId: 'inclusion' },
  ],
};

describe('an idea', () => {
  it('keeps all that is said of it', async () => {
    const made = await create(FULL);
    expect(made).toMatchObject({
      ...TOLD,
      activityCountries: ['BE', 'GB'],
      state: 'OPEN',
      possible: ['CHANGE', 'RENEW', 'EXPIRE', 'WITHDRAW'],
      version: 1,
      organisation: { id: 'sociale-innovatiefabriek' },
      call: { id: '2SEAS-SO13' },
      themes: [{ id: 'inclusion.active' }, { id: 'inclusion.poverty.food' }],
      slots: [
        { role: 'CO_APPLICANT', type: 'ACADEMIA', place: 'FOREIGN', note: 'who measures', theme: null },
        { role: 'OBSERVER', type: 'MUNICIPALITY', place: 'BE25', note: '', theme: { id: 'inclusion' } },
      ],
      screening: { outcome: 'NEEDS_REVIEW', version: 1, novelty: 'A kitchen for all' },
    });
    expect(made.expiresAt.toISOString()).toMatch(/^2024-03-20T08:/);
    expect(await read(ANONYMOUS, made.id)).toEqual(made);
  });

  it('is changed where somebody says something, and told of where nothing is said any more', async () => {
    const { id } = await create(FULL);
    const changed = await change(id, 1, { title: 'Another kitchen', ambition: null, themes: [], months: 12 });
    expect(changed).toMatchObject({ title: 'Another kitchen', ambition: null, themes: [], months: 12, version: 2, summary: FULL.summary });
    expect(changed).toMatchObject({ screening: { outcome: 'NEEDS_REVIEW' }, slots: [{ type: 'ACADEMIA' }, { type: 'MUNICIPALITY' }] });
  });

  it('refuses a change of an earlier version, with the present one', async () => {
    const { id } = await create({ title: 'Twice' });
    await change(id, 1, { title: 'Once' });
    expect(await change(id, 1, { title: 'Late' })).toMatchObject({ code: 'CONFLICT', now: 'OPEN', present: 2, instead: ['CHANGE', 'RENEW', 'EXPIRE', 'WITHDRAW'] });
    expect(await read(owner, id)).toMatchObject({ title: 'Once', version: 2 });
  });

  it('keeps what a person judged of answers until the answers change', async () => {
    const { id } = await create({ title: 'Judged', screening: { novelty: 'New' } });
    const overruled = { outcome: 'INNOVATIVE', reason: 'The cooperation is told elsewhere.' };
    await room.database.query(`UPDATE ideas SET screening = screening || $2 WHERE id = $1`, [id, { overruled }]);
    const kept = () => room.database.query(`SELECT screening -> 'overruled' AS overruled, screening ->> 'outcome' AS outcome FROM ideas WHERE id = $1`, [id]);
    await change(id, 1, { screening: { novelty: 'New' } });
    expect(await kept()).toEqual([{ overruled, outcome: 'NEEDS_REVIEW' }]);
    await change(id, 2, { screening: { novelty: '' } });
    expect(await kept()).toEqual([{ overruled: null, outcome: 'CLASSICAL' }]);
  });

  it('of sixteen changes of one version one is made, and the others hear which it is now', async () => {
    const { id } = await create({ title: 'Contended' });
    for (let version = 1; version <= 4; version += 1) {
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => change(id, version, { title: `Change ${i}`, slots: [{ note: `slot ${i}` }] })));
      expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
      expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(15);
      const [won] = answers.filter(({ code }) => code === undefined);
      expect(await read(owner, id)).toEqual(won);
    }
  });

  it('is created once under one Idempotency-Key', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => create({ title: 'Once' }, { ...owner, idempotencyKey: 'idea' })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    ['a title of nothing', { title: ' ' }, 'title'],
    ['no title', { summary: 'x' }, 'title'],
    ['a hundred thousand characters', { title: 'T', summary: 'x'.repeat(100_000) }, 'summary'],
    ['thousands of themes', { title: 'T', themes: Array.from({ length: 3000 }, () => 'inclusion') }, 'themes'],
    ['thousands of slots', { title: 'T', slots: Array.from({ length: 3000 }, () => ({})) }, 'slots'],
    ['an unknown theme', { title: 'T', themes: ['nothing'] }, 'themes[0]'],
    ['an unknown theme of a slot', { title: 'T', slots: [{ themeId: 'nothing' }] }, 'slots[0].themeId'],
    ['a slot of no type', { title: 'T', slots: [{ type: 'WIZARD' }] }, 'slots[0].type'],
    ['a slot of no place', { title: 'T', slots: [{ place: 'XX' }] }, 'slots[0].place'],
    ['a last day before the first', { title: 'T', startsOn: '2024-02-02', endsOn: '2024-02-01' }, 'endsOn'],
    ['a budget below nothing', { title: 'T', grantEur: -1 }, 'grantEur'],
    ['no months', { title: 'T', months: 0 }, 'months'],
    ['a country that there is not', { title: 'T', activityCountries: ['Narnia'] }, 'activityCountries[0]'],
    ['an answer without end', { title: 'T', screening: { novelty: 'x'.repeat(5001) } }, 'screening.novelty'],
    ['an empty challenge', { title: 'T', challenges: [''] }, 'challenges[0]'],
  ])('is refused with %s', async (_, idea, field) => {
    expect(await create(idea)).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining(`${field}: `) as unknown });
  });

  it('keeps HTML as the text that it is, and refuses a call that there is not', async () => {
    expect(await create({ title: '<b>Bold</b> & <script>' })).toMatchObject({ title: '<b>Bold</b> & <script>' });
    expect(await create({ title: 'T', callId: 'NOTHING' })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is made and changed by those who work for its organisation alone', async () => {
    const { id } = await create({ title: 'Ours', visibility: 'PUBLIC' });
    const administrator: Viewer = { personId: owner.personId, administrator: true, mandates: [] };
    for (const viewer of [stranger, administrator]) {
      expect(await create({ title: 'Theirs' }, viewer)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await change(id, 1, { title: 'Theirs' }, viewer)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await run('withdrawIdea', id, viewer)).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await create({ title: 'Nobody’s' }, ANONYMOUS)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await change(id, 1, {}, ANONYMOUS)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is withdrawn for good, but not from under a consortium', async () => {
    const { id } = await create({ title: 'Gone', visibility: 'PUBLIC' });
    expect(await run('withdrawIdea', id)).toMatchObject({ state: 'WITHDRAWN', possible: [] });
    expect(await run('renewIdea', id)).toMatchObject({ code: 'CONFLICT', now: 'WITHDRAWN', instead: [] });
    expect(await read(ANONYMOUS, id)).toMatchObject({ code: 'NOT_FOUND' });
    const kept = await create({ title: 'Kept' });
    await consortiumAround(kept.id);
    expect(await run('withdrawIdea', kept.id)).toMatchObject({ code: 'CONFLICT' });
  });

  it('is settled once the consortium around it is ready, and its changes are changes of the consortium', async () => {
    const { id } = await create({ title: 'Settled' });
    const consortium = await consortiumAround(id);
    await change(id, 1, { months: 24 });
    expect(await room.ask(owner, `{ consortium(id: "${consortium}") { ... on Consortium { version idea { title months } } } }`)).toEqual({
      version: 2,
      idea: { title: 'Settled', months: 24 },
    });
    await room.database.query(`UPDATE consortia SET state = 'READY', ready_for = (SELECT terms FROM consortium_deadlines d WHERE d.id = consortia.id) WHERE id = $1`, [consortium]);
    expect(await change(id, 2, { months: 12 })).toMatchObject({ code: 'CONFLICT', now: 'READY', instead: ['REOPEN', 'SUBMIT', 'DISSOLVE', 'PASS_DEADLINE'] });
  });
});

async function consortiumAround(ideaId: string): Promise<string> {
  const sql = `mutation { createConsortium(callId: "NCC-2023", leadId: "sociale-innovatiefabriek", name: "Around", ideaId: "${ideaId}") { ... on Consortium { id } } }`;
  return (await room.ask<{ id: string }>(owner, sql)).id;
}

describe('who may know of an idea', () => {
  const sees = async (viewer: Viewer, id: string): Promise<boolean> => (await read(viewer, id)).code !== 'NOT_FOUND';

  it('is its organisation, of a private one; everybody, of a public one', async () => {
    const hidden = await create({ title: 'Hidden' });
    const shown = await create({ title: 'Shown', visibility: 'PUBLIC' });
    expect(await Promise.all([owner, stranger, ANONYMOUS].map((viewer) => sees(viewer, hidden.id)))).toEqual([true, false, false]);
    expect(await Promise.all([owner, stranger, ANONYMOUS].map((viewer) => sees(viewer, shown.id)))).toEqual([true, true, true]);
  });

  it('is, of one for partners, whoever was in a project with it', async () => {
    const vives = await room.viewer('vives', 'MEMBER');
    const { id } = await create({ title: 'Among us', visibility: 'PARTNERS' });
    expect(await sees(vives, id)).toBe(false);
    await room.database.query(`INSERT INTO projects (code, source) SELECT 'together', source FROM projects LIMIT 1`);
    await room.database.query(
      `INSERT INTO participations (project_id, organisation_id, role, position) SELECT p.id, o.id, 'PARTNER', row_number() OVER ()
       FROM projects p, organisations o WHERE p.code = 'together' AND o.code IN ('vives', 'sociale-innovatiefabriek')`,
    );
    expect(await sees(vives, id)).toBe(true);
  });

  it('is, of one for partners, whoever is invited to a consortium, but not whoever asks to join one', async () => {
    const { id } = await create({ title: 'For the invited', visibility: 'PARTNERS' });
    const around = await create({ title: 'Its consortium' });
    const consortium = await consortiumAround(around.id);
    const invited = await room.viewer('rethink-ireland', 'MEMBER');
    const member = (code: string, state: string) =>
      room.database.query(
        `INSERT INTO memberships (consortium_id, organisation_id, role, state, begun_at, expires_at)
         SELECT $1, id, 'CO_APPLICANT', $3, verbond_now(), verbond_now() + interval '14 days' FROM organisations WHERE code = $2`,
        [consortium, code, state],
      );
    await member('avise', 'REQUESTED');
    expect([await sees(stranger, id), await sees(stranger, around.id)]).toEqual([false, false]);
    await member('rethink-ireland', 'SENT');
    expect([await sees(invited, id), await sees(invited, around.id)]).toEqual([true, true]);
  });
});

describe('the search', () => {
  it('finds open public ideas by what they say, and by themes below the one asked for', async () => {
    await create({ ...FULL, title: 'Zoekbaar idee', visibility: 'PUBLIC' });
    await create({ ...FULL, title: 'Zoekbaar geheim', visibility: 'PRIVATE' });
    for (const filter of [
      'search: "ZOEKBAAR hundred longer"', 'theme: "inclusion", search: "zoekbaar"', 'phase: TEST, search: "zoekbaar"', 'ambition: SCALE_UP, search: "zoekbaar"',
      'purpose: TESTING, search: "zoekbaar"', 'objective: "2.1", search: "zoekbaar"', 'callId: "2SEAS-SO13", search: "zoekbaar"', 'country: "UK", search: "zoekbaar"', 'country: "BE", search: "zoekbaar"',
    ]) {
      expect([filter, await found(ANONYMOUS, filter)]).toEqual([filter, ['Zoekbaar idee']]);
    }
    for (const filter of ['theme: "health"', 'phase: RESEARCH', 'ambition: DEVELOP', 'callId: "NCC-2023"', 'country: "FR"', 'search: "%"']) {
      expect([filter, await found(ANONYMOUS, `search: "zoekbaar", ${filter}`.replace('search: "zoekbaar", search', 'search'))]).toEqual([filter, []]);
    }
    expect(await found(owner, 'search: "zoekbaar"')).toEqual(['Zoekbaar geheim', 'Zoekbaar idee']);
  });

  it('goes from page to page without a gap', async () => {
    const all = await found(owner, 'first: 100');
    const pages: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: { nodes: Shown[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = await room.ask(
        owner, `query ($after: String) { ideas(first: 3, after: $after) { nodes { title } pageInfo { endCursor hasNextPage } } }`, { after });
      pages.push(...page.nodes.map(({ title }) => title));
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pages).toEqual(all);
  });
});

describe('a classical idea', () => {
  it('is told why, what to rework, and which objectives and open calls fit it better', async () => {
    const { id } = await create({ title: 'More places in the job club', callId: '2SEAS-SO13', screening: { need: 'Places' }, themes: ['inclusion'] });
    const answer = await room.ask(owner, `{ screenIdea(id: "${id}") { ... on ScreeningResult { outcome rule { verdict } unanswered { id } otherObjectives { code } otherCalls { id } } } }`);
    expect(answer).toMatchObject({ outcome: 'CLASSICAL', unanswered: expect.arrayContaining([{ id: 'novelty' }, { id: 'cooperation' }]) as unknown });
    expect((answer as { otherObjectives: unknown[] }).otherObjectives.length).toBeGreaterThan(0);
    const without = await create({ title: 'For no call' });
    expect(await room.ask(owner, `{ screenIdea(id: "${without.id}") { ... on Failure { code message } } }`)).toMatchObject({ code: 'BAD_USER_INPUT', message: 'id: is for no call yet.' });
  });
});
