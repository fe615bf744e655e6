import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Somebody = Viewer & { personId: string };

interface Place {
  readonly fits: boolean;
}
interface Part {
  readonly contribution: number;
  readonly evidence: readonly { readonly text: string }[];
}
interface Shown {
  readonly name: string;
  readonly rank: number;
  readonly standing: string;
  readonly phases: readonly string[];
  readonly score: number;
  readonly closes: readonly string[];
  readonly places: readonly Place[];
  readonly parts: readonly Part[];
}
interface Answer {
  readonly nodes: readonly Shown[];
  readonly code?: string;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

let room: PartnershipsRoom;
let mechelen: Somebody;
let brighton: Somebody;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2016-04-01T08:00:00Z'));
  mechelen = await room.viewer('stad-mechelen', 'MEMBER');
  brighton = await room.viewer('bhfp-uk', 'MEMBER');
});
afterAll(() => room.close());

const OPENINGS = `query ($id: ID!, $first: Int, $after: String) { openingsFor(organisationId: $id, first: $first, after: $after) {
  ... on OpeningConnection { pageInfo { endCursor hasNextPage } nodes { rank kind id name standing closes phases score fit call { id } lead { id } themes { id }
    places { role type place theme { id } note fits } parts { signal contribution evidence { text } } } } ... on Failure { code } } }`;
const openings = (viewer: Viewer, id: string, page: object = {}): Promise<Answer> => room.ask(viewer, OPENINGS, { id, ...page });
const names = async (viewer: Viewer, id: string): Promise<string[]> => (await openings(viewer, id, { first: 100 })).nodes.map(({ name }) => name).sort();

async function idea(title: string, slots: object[], more: object = {}, viewer: Viewer = mechelen, organisationId = 'stad-mechelen'): Promise<string> {
  const sql = 'mutation ($organisationId: ID!, $idea: IdeaInput!) { createIdea(organisationId: $organisationId, idea: $idea) { ... on Idea { id } ... on Failure { message } } }';
  const given = { title, visibility: 'PUBLIC', callId: '2SEAS-SO13', slots, ...more };
  return (await room.ask<{ id: string }>(viewer, sql, { organisationId, idea: given })).id;
}

const forget = (): Promise<unknown> => room.database.query('UPDATE ideas SET withdrawn_at = verbond_now()');

describe('who lacks what an organisation offers', () => {
  it('is told with the places it fits, the rules it closes, and the reasons of the one score there is', async () => {
    await idea('Rescued food', [{ type: 'CIVIL_SOCIETY', place: 'FOREIGN', themeId: 'inclusion.poverty.food', note: 'who cooks' }, { type: 'ACADEMIA' }], {
      themes: ['inclusion.poverty.food', 'work'],
    });
    const { nodes } = await openings(brighton, 'bhfp-uk');
    expect(nodes).toMatchObject([{
      rank: 1,
      kind: 'IDEA',
      name: 'Rescued food',
      call: { id: '2SEAS-SO13' },
      lead: { id: 'stad-mechelen' },
      themes: [{ id: 'inclusion.poverty.food' }],
      places: [
        { role: 'CO_APPLICANT', type: 'CIVIL_SOCIETY', place: 'FOREIGN', theme: { id: 'inclusion.poverty.food' }, note: 'who cooks', fits: true },
        { type: 'ACADEMIA', theme: null, fits: false },
      ],
    }]);
    const [first] = nodes;
    expect(first?.closes).toEqual(expect.arrayContaining(['two-member-states', 'uk-partner']));
    const seen = await room.ask<{ nodes: { score: number; organisation: { id: string } }[] }>(mechelen,
      '{ suggestedPartners(callId: "2SEAS-SO13", organisationId: "stad-mechelen", mix: PROVEN, first: 100) { ... on SuggestedPartnerConnection { nodes { score organisation { id } } } } }');
    expect(first?.score).toBe(seen.nodes.find(({ organisation }) => organisation.id === 'bhfp-uk')?.score);
    expect(first?.parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(first?.score ?? 0, 9);
    expect(first?.parts.flatMap(({ evidence }) => evidence).length).toBeGreaterThan(0);
    await forget();
  });

  it.each([
    ['its type', { type: 'CIVIL_SOCIETY_ORGANISATION' }, { type: 'UNIVERSITY' }],
    ['its sector', { type: 'CIVIL_SOCIETY' }, { type: 'BUSINESS' }],
    ['its country', { place: 'UK' }, { place: 'FR' }],
    ['its region', { place: 'UKJ' }, { place: 'UKI' }],
    ['being abroad', { place: 'FOREIGN' }, { place: 'DOMESTIC' }],
    ['a theme, or one below it', { themeId: 'inclusion' }, { themeId: 'skills' }],
  ])('fits by %s, and not otherwise', async (_, fitting, other) => {
    await idea('Fits', [fitting]);
    await idea('Fits not', [other]);
    expect(await names(brighton, 'bhfp-uk')).toEqual(['Fits']);
    await forget();
  });

  it('puts who covers a missing phase of innovating first', async () => {
    await idea('Tested', [{}], { phases: ['TEST', 'EVALUATE'], callId: null });
    await idea('Developed', [{}], { phases: ['DEVELOP'], callId: null });
    const offer = (viewer: Viewer, id: string, phases: string) => room.ask(viewer,
      `mutation { updateOrganisation(id: "${id}", input: { expectedVersion: 1, offers: [{ theme: "work", phases: [${phases}] }] }) { __typename ... on Failure { message } } }`);
    const order = async () => (await openings(brighton, 'bhfp-uk')).nodes.map(({ name, phases }) => ({ name, phases }));
    expect(await offer(brighton, 'bhfp-uk', 'TEST')).toEqual({ __typename: 'Organisation' });
    expect(await order()).toEqual([{ name: 'Tested', phases: ['TEST'] }, { name: 'Developed', phases: [] }]);
    expect(await offer(mechelen, 'stad-mechelen', 'TEST, EVALUATE')).toEqual({ __typename: 'Organisation' });
    expect(await order()).toEqual(expect.arrayContaining([{ name: 'Tested', phases: [] }]));
    await forget();
  });

  it('leaves out one’s own ideas, hidden and expired ones, and those of calls that are over', async () => {
    await idea('Hidden', [{}], { visibility: 'PRIVATE' });
    await idea('Over', [{}], { callId: '2SEAS-SO13' });
    await idea('Its own', [{}], {}, brighton, 'bhfp-uk');
    await idea('Without places', []);
    await idea('For no call', [{}], { callId: null });
    await room.database.query(`UPDATE ideas SET expires_at = verbond_now() WHERE id = $1`, [await idea('Expired', [{}])]);
    await room.clock.set(new Date('2016-06-01T08:00:00Z'));
    expect(await names(brighton, 'bhfp-uk')).toEqual(['For no call']);
    await room.clock.set(new Date('2016-04-01T08:00:00Z'));
    await forget();
  });

  it('puts who may join before who may only be beside, and leaves out the rest', async () => {
    const agency = await room.viewer('europa-wse', 'MEMBER');
    await room.clock.set(new Date('2023-09-20T08:00:00Z'));
    const body = 'europa-wse'; // may not be a member in its own track
    await idea('As applicant', [{ role: 'CO_APPLICANT' }], { callId: 'NCC-2023' });
    await idea('As observer', [{ role: 'OBSERVER' }], { callId: 'NCC-2023' });
    await idea('Elsewhere', [{}], { callId: 'EASI-HOMELESS-2023' });
    const { nodes } = await openings(agency, body);
    expect(nodes.map(({ name }) => name)).not.toContain('As applicant');
    expect(nodes[0]).toMatchObject({ name: 'Elsewhere' });
    await forget();
    await room.clock.set(new Date('2016-04-01T08:00:00Z'));
  });

  it('finds consortia with a free seat that want to be found, and counts who is in them', async () => {
    await room.clock.set(new Date('2023-09-20T08:00:00Z'));
    const created = await room.ask<{ id: string }>(mechelen, 'mutation { createConsortium(callId: "NCC-2023", leadId: "stad-mechelen", name: "Three states") { ... on Consortium { id } } }');
    const open = (viewer: Viewer, value: boolean) => room.ask(viewer, `mutation { openConsortium(id: "${created.id}", open: ${value}) { ... on Consortium { openToRequests } ... on Failure { code } } }`);
    await room.database.query(`INSERT INTO seats (consortium_id, position, type) VALUES ($1, 1, 'CIVIL_SOCIETY'), ($1, 2, 'ACADEMIA')`, [created.id]);
    const avise = await room.viewer('avise', 'MEMBER');
    expect(await names(avise, 'avise')).toEqual([]);
    expect(await open(avise, true)).toEqual({ code: 'NOT_FOUND' });
    expect(await open(mechelen, true)).toEqual({ openToRequests: true });
    expect((await openings(avise, 'avise')).nodes).toMatchObject([{ kind: 'CONSORTIUM', id: created.id, name: 'Three states', places: [{ fits: true }, { fits: false }] }]);
    const member = (code: string, position: number, expires: string) => room.database.query(
      `INSERT INTO memberships (consortium_id, organisation_id, seat_id, role, state, begun_at, expires_at)
       SELECT $1, o.id, s.id, 'CO_APPLICANT', 'SENT', verbond_now(), $4 FROM organisations o, seats s WHERE o.code = $2 AND s.consortium_id = $1 AND s.position = $3`,
      [created.id, code, position, expires]);
    await member('rethink-ireland', 1, '2023-09-25T00:00:00Z');
    expect(await names(avise, 'avise')).toEqual([]);
    await room.clock.set(new Date('2023-09-26T08:00:00Z'));
    expect(await names(avise, 'avise')).toEqual(['Three states']);
    expect(await open(mechelen, false)).toEqual({ openToRequests: false });
    expect(await names(avise, 'avise')).toEqual([]);
    await room.clock.set(new Date('2016-04-01T08:00:00Z'));
  });

  it('is the business of its own people', async () => {
    expect(await openings(mechelen, 'bhfp-uk')).toEqual({ code: 'FORBIDDEN' });
    expect(await openings(ANONYMOUS, 'bhfp-uk')).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await openings(mechelen, 'nobody')).toEqual({ code: 'NOT_FOUND' });
  });
});

describe('a thousand open ideas', () => {
  it('are answered in one order, page by page, by a bounded number of queries', async () => {
    await room.database.query(
      `WITH made AS (
         INSERT INTO ideas (organisation_id, call_id, title, visibility, made_at, expires_at)
         SELECT o.id, (SELECT id FROM calls WHERE code = CASE n % 3 WHEN 0 THEN '2SEAS-SO13' WHEN 1 THEN 'ESF-NL-SITS' END), 'Idea ' || n, 'PUBLIC',
           verbond_now(), verbond_now() + interval '6 months'
         FROM generate_series(1, 1000) AS n JOIN (SELECT id, row_number() OVER (ORDER BY code) AS nth FROM organisations) o ON o.nth = n % 70 + 1
         RETURNING id),
       themed AS (INSERT INTO idea_themes SELECT id, 'inclusion' FROM made)
       INSERT INTO idea_slots (idea_id, position, type, place) SELECT id, p, CASE p WHEN 1 THEN 'CIVIL_SOCIETY' ELSE 'ACADEMIA' END, 'FOREIGN' FROM made, generate_series(1, 3) AS p`,
    );
    const whole = await openings(brighton, 'bhfp-uk', { first: 100 });
    expect(whole.nodes).toHaveLength(20);
    expect(whole.nodes.map(({ rank }) => rank)).toEqual(whole.nodes.map((_, i) => i + 1));
    const better = (a: Shown, b: Shown): boolean =>
      a.standing < b.standing || (a.standing === b.standing && (a.closes.length > b.closes.length || (a.closes.length === b.closes.length && a.score >= b.score)));
    for (const [i, each] of whole.nodes.slice(1).entries()) expect(better(whole.nodes[i]!, each)).toBe(true);
    const pages: Shown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Answer = await openings(brighton, 'bhfp-uk', { first: 7, after });
      pages.push(...page.nodes);
      [after, more] = [page.pageInfo.endCursor, page.pageInfo.hasNextPage];
    }
    expect(pages).toEqual(whole.nodes);

    let statements = 0;
    const { logger } = room.database;
    const logQuery = logger.logQuery.bind(logger);
    logger.logQuery = () => { statements += 1; };
    await openings(brighton, 'bhfp-uk');
    logger.logQuery = logQuery;
    expect(statements).toBeLessThan(50);
  });
});
