import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Viewer } from '#libs/accounts';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Person = Viewer & { personId: string };

const OPEN = new Date('2023-09-20T08:00:00Z');
const SHOWN = `__typename ... on Expression { id name state possible version submittedAt consortiumId motivation interests { action direction }
  members { name country agreed organisation { id } expressionsOnTrack } versions { version motivation members } }
  ... on Failure { code message } ... on Conflict { now: presentState }
  ... on DeadlinePassed { closedAt deadline(language: NL) body { id } contacts { role } nextCalls { id } }`;

interface Shown {
  readonly __typename: string;
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly code?: string;
  readonly consortiumId: string;
}

let room: PartnershipsRoom;
let lead: Person;
let vives: Person;
let officer: Person;

beforeAll(async () => {
  room = await partnershipsRoom(OPEN);
  lead = await room.viewer('sociale-innovatiefabriek', 'MEMBER', 'REPRESENTATIVE');
  vives = await room.viewer('vives', 'MEMBER', 'REPRESENTATIVE');
  officer = await room.viewer('europa-wse', 'PROGRAMME_OFFICER');
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.clock.set(OPEN);
  await room.database.query(`UPDATE expressions SET state = 'WITHDRAWN'; UPDATE tasks SET ended_at = verbond_now(); DELETE FROM expression_attempts`);
});

const CONTENT = {
  motivation: 'We know the field.',
  interests: [{ action: 'training', direction: 'OFFERS' }, { action: 'impact', direction: 'SEEKS' }],
  partners: [{ organisationId: 'vives' }, { name: 'A school in Gent', country: 'BE' }],
};

const create = (viewer: Viewer, leadId: string, given: Record<string, unknown> = {}): Promise<Shown> =>
  room.ask(viewer, `mutation ($leadId: ID!, $name: String, $consortiumId: ID, $content: ExpressionInput) {
    createExpression(trackId: "NCC-2023-VL", leadId: $leadId, name: $name, consortiumId: $consortiumId, content: $content) { ${SHOWN} } }`,
  { leadId, name: 'INSISST', content: CONTENT, ...given });
const change = (viewer: Viewer, id: string, version: number, content: object): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $version: Int!, $content: ExpressionInput!) {
    changeExpression(id: $id, expectedVersion: $version, content: $content) { ${SHOWN} } }`, { id, version, content });
const submit = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `mutation ($id: ID!) { submitExpression(id: $id) { ${SHOWN} } }`, { id });
const withdraw = (viewer: Viewer, id: string): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!) { withdrawExpression(id: $id, reason: "Too few hands") { ${SHOWN} } }`, { id });
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `query ($id: ID!) { expression(id: $id) { ${SHOWN} } }`, { id });
const consortium = (id: string): Promise<{ state: string }> =>
  room.ask(lead, 'query ($id: ID!) { consortium(id: $id) { ... on Consortium { state } } }', { id });
const audited = async (id: string): Promise<string[]> =>
  (await room.database.query<{ action: string }[]>('SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY number', [id])).map(({ action }) => action);

describe('an expression of interest of a partnership', () => {
  it('is drafted, submitted, amended and withdrawn; versions are kept, and its consortium stands accordingly', async () => {
    const draft = await create(lead, 'sociale-innovatiefabriek');
    expect(draft).toMatchObject({
      state: 'DRAFT',
      version: 1,
      possible: ['SUBMIT', 'CLOSE', 'WITHDRAW'],
      interests: CONTENT.interests,
      members: [
        { name: 'Sociale InnovatieFabriek', agreed: true, organisation: { id: 'sociale-innovatiefabriek' } },
        { country: 'BE', agreed: false, organisation: { id: 'vives' } },
        { name: 'A school in Gent', country: 'BE', agreed: false, organisation: null },
      ],
      versions: [],
    });
    expect(await read(officer, draft.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await read(vives, draft.id)).toMatchObject({ code: 'NOT_FOUND' });

    const second = await change(lead, draft.id, 1, { ...CONTENT, motivation: 'We know it well.' });
    expect(second).toMatchObject({ state: 'DRAFT', version: 2 });
    expect(await change(lead, draft.id, 1, CONTENT)).toMatchObject({ code: 'CONFLICT', now: 'DRAFT' });

    const submitted = await submit(lead, draft.id);
    expect(submitted).toMatchObject({ state: 'SUBMITTED', version: 2, versions: [{ version: 2, motivation: 'We know it well.' }] });
    expect(await consortium(draft.consortiumId)).toMatchObject({ state: 'EXPRESSED' });
    expect(await read(officer, draft.id)).toMatchObject({ state: 'SUBMITTED' });
    expect(await read(vives, draft.id)).toMatchObject({ state: 'SUBMITTED' });
    expect(await submit(lead, draft.id)).toMatchObject({ code: 'CONFLICT', now: 'SUBMITTED' });

    const amended = await change(lead, draft.id, 2, { ...CONTENT, partners: [{ organisationId: 'vives' }] });
    expect(amended).toMatchObject({
      state: 'SUBMITTED',
      version: 3,
      versions: [
        { version: 3, members: ['Sociale InnovatieFabriek', 'VIVES Hogeschool'] },
        { version: 2, members: ['Sociale InnovatieFabriek', 'VIVES Hogeschool', 'A school in Gent'] },
      ],
    });

    expect(await withdraw(lead, draft.id)).toMatchObject({ state: 'WITHDRAWN', possible: [] });
    expect(await consortium(draft.consortiumId)).toMatchObject({ state: 'FORMING' });
    expect(await audited(draft.id)).toEqual(['CREATE', 'SUBMIT', 'AMEND', 'WITHDRAW']);
    expect(await audited(draft.consortiumId)).toEqual(['CREATE', 'EXPRESS', 'WITHDRAW_EXPRESSION']);
  });

  it('waits at the desk as a task until the recommendation, and not any more once it is withdrawn', async () => {
    const { id } = await submit(lead, (await create(lead, 'sociale-innovatiefabriek')).id);
    const tasks = (): Promise<{ nodes: object[] }> => room.ask(officer, '{ myTasks { nodes { kind subjectId dueAt text(language: NL) } } }');
    expect((await tasks()).nodes).toEqual([{
      kind: 'DECIDE_EXPRESSION', subjectId: id, dueAt: new Date('2023-10-16T22:00:00Z'), text: 'Beslis over de blijk van interesse “INSISST” (NCC-2023-VL).',
    }]);
    await withdraw(lead, id);
    expect((await tasks()).nodes).toEqual([]);
  });

  it('is one a lead and a consortium; what is withdrawn makes room', async () => {
    const first = await create(lead, 'sociale-innovatiefabriek');
    expect(await create(lead, 'sociale-innovatiefabriek')).toMatchObject({ code: 'CONFLICT', now: 'DRAFT' });
    await withdraw(lead, first.id);
    const again = await create(lead, 'sociale-innovatiefabriek', { consortiumId: first.consortiumId });
    expect(again).toMatchObject({ state: 'DRAFT', consortiumId: first.consortiumId });
  });

  it('tells each member that it is named, and in how many', async () => {
    const mailed = async (): Promise<object[]> => room.database.query(
      `SELECT template, subject_id AS id FROM messages WHERE person_id = $1 ORDER BY id`, [vives.personId]);
    await room.database.query('DELETE FROM messages');
    const one = await submit(lead, (await create(lead, 'sociale-innovatiefabriek')).id);
    const mechelen = await room.viewer('stad-mechelen', 'MEMBER', 'REPRESENTATIVE');
    const two = await submit(mechelen, (await create(mechelen, 'stad-mechelen', { name: 'Two' })).id);
    expect(await mailed()).toEqual([{ template: 'EXPRESSION_NAMES_YOU', id: one.id }, { template: 'EXPRESSION_NAMES_YOU', id: two.id }]);
    expect(await read(vives, one.id)).toMatchObject({ members: [{ expressionsOnTrack: null }, { expressionsOnTrack: 2 }, { expressionsOnTrack: null }] });
    await change(lead, one.id, 1, CONTENT);
    expect(await mailed()).toHaveLength(2);
  });
});

describe('what is refused', () => {
  it('is the body that recommends as a member, under any role', async () => {
    expect(await create(lead, 'sociale-innovatiefabriek', { content: { partners: [{ organisationId: 'europa-wse' }] } })).toMatchObject({ code: 'FORBIDDEN' });
    const body = await room.viewer('europa-wse', 'MEMBER', 'REPRESENTATIVE');
    expect(await create(body, 'europa-wse')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is nobody for want of eligibility: that is shown', async () => {
    const { id } = await submit(lead, (await create(lead, 'sociale-innovatiefabriek')).id);
    expect(await room.ask(lead, 'query ($id: ID!) { expression(id: $id) { ... on Expression { check { verdict } } } }', { id })).toEqual({ check: { verdict: 'NOT_MET' } });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['an unknown action', 'BAD_USER_INPUT', { content: { interests: [{ action: 'dancing', direction: 'OFFERS' }] } }],
    ['the same interest twice', 'BAD_USER_INPUT', { content: { interests: [CONTENT.interests[0], CONTENT.interests[0]] } }],
    ['a partner without a name', 'BAD_USER_INPUT', { content: { partners: [{}] } }],
    ['a partner that is not known', 'NOT_FOUND', { content: { partners: [{ organisationId: 'nobody' }] } }],
    ['the lead as its own partner', 'BAD_USER_INPUT', { content: { partners: [{ organisationId: 'sociale-innovatiefabriek' }] } }],
    ['a document that is not there', 'NOT_FOUND', { content: { documentIds: ['01890000-0000-7000-8000-000000000000'] } }],
    ['a partnership without a name', 'BAD_USER_INPUT', { name: ' ' }],
    ['a lead of others', 'FORBIDDEN', { leadId: 'avise' }],
  ])('is %s', async (_, code, given) => {
    expect(await create(lead, 'sociale-innovatiefabriek', given)).toMatchObject({ code });
  });

  it('is a partnership of one, at its submission', async () => {
    const { id } = await create(lead, 'sociale-innovatiefabriek', { content: {} });
    expect(await submit(lead, id)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await read(lead, id)).toMatchObject({ state: 'DRAFT' });
  });

  it('is to submit for whoever may not commit the lead, and everything for visitors', async () => {
    const { id } = await create(lead, 'sociale-innovatiefabriek');
    const member = await room.viewer('sociale-innovatiefabriek', 'MEMBER');
    expect(await submit(member, id)).toMatchObject({ code: 'FORBIDDEN' });
    for (const asked of [create(ANONYMOUS, 'vives'), submit(ANONYMOUS, id), read(ANONYMOUS, id)]) expect(await asked).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await read(await room.viewer('avise', 'MEMBER'), id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a track of single organisations', () => {
  beforeAll(() => room.database.query(`UPDATE tracks SET expression_by = 'ORGANISATION'`));
  afterAll(() => room.database.query(`UPDATE tracks SET expression_by = 'PARTNERSHIP'`));

  it('takes expressions of single organisations, and no partners', async () => {
    expect(await create(lead, 'sociale-innovatiefabriek')).toMatchObject({ code: 'BAD_USER_INPUT' });
    const { id } = await create(lead, 'sociale-innovatiefabriek', { content: { motivation: 'Alone' } });
    expect(await submit(lead, id)).toMatchObject({ state: 'SUBMITTED', consortiumId: null, members: [{ name: 'Sociale InnovatieFabriek' }] });
  });
});

describe('the deadline (scenario 2)', () => {
  const attempts = (): Promise<object[]> => room.database.query('SELECT person_id AS "personId", closed_at AS "closedAt" FROM expression_attempts');

  it('accepts 2023-10-14T23:59:59 in Brussels', async () => {
    const { id } = await create(lead, 'sociale-innovatiefabriek');
    await room.clock.set(new Date('2023-10-14T21:59:59Z'));
    expect(await submit(lead, id)).toMatchObject({ state: 'SUBMITTED' });
  });

  it('refuses 2023-10-15T00:00:00 with the deadline in local time, the contact and the next calls, and keeps nothing but the attempt', async () => {
    const { id } = await create(lead, 'sociale-innovatiefabriek');
    await room.clock.set(new Date('2023-10-14T22:00:00Z'));
    const refused = await submit(lead, id);
    expect(refused).toMatchObject({
      __typename: 'DeadlinePassed',
      code: 'DEADLINE_PASSED',
      closedAt: new Date('2023-10-14T22:00:00Z'),
      deadline: 'zaterdag 14 oktober 2023, tot het einde van de dag in Brussel',
      body: { id: 'europa-wse' },
      nextCalls: [{ id: 'EASI-HOMELESS-2023' }],
      message: 'Expressions of interest for NCC-2023-VL closed: Saturday 14 October 2023, until the end of the day in Brussels.',
    });
    expect(await attempts()).toEqual([{ personId: lead.personId, closedAt: new Date('2023-10-14T22:00:00Z') }]);
    expect(await read(lead, id)).toMatchObject({ state: 'LAPSED', version: 1, submittedAt: null, versions: [] });
    expect(await audited(id)).toEqual(['CREATE']);
  });

  it('refuses to begin and to amend, and lets withdraw', async () => {
    const { id } = await submit(lead, (await create(lead, 'sociale-innovatiefabriek')).id);
    await room.clock.set(new Date('2023-10-15T08:00:00Z'));
    expect(await change(lead, id, 1, CONTENT)).toMatchObject({ code: 'DEADLINE_PASSED' });
    expect(await create(vives, 'vives', { content: {} })).toMatchObject({ code: 'DEADLINE_PASSED' });
    expect(await attempts()).toHaveLength(2);
    expect(await read(lead, id)).toMatchObject({ state: 'UNDER_REVIEW', version: 1 });
    expect(await withdraw(lead, id)).toMatchObject({ state: 'WITHDRAWN' });
  });

  it('refuses nobody while its date is vague', async () => {
    const { id } = await create(lead, 'sociale-innovatiefabriek');
    await room.clock.set(new Date('2023-11-01T08:00:00Z'));
    const gate = (precision: string): Promise<unknown> =>
      room.database.query(`UPDATE milestones SET precision = $1 WHERE kind = 'EXPRESSION_OF_INTEREST'`, [precision]);
    await gate('MONTH');
    expect(await submit(lead, id)).toMatchObject({ state: 'SUBMITTED' });
    await gate('DAY');
  });
});
