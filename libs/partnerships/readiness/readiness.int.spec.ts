import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { ConsortiaService } from '../consortia/consortia.service.js';
import { describeProject, formedConsortium, SHOWN, type Shown } from '../testing/formed-consortium.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';
import { ReadinessReviews } from './readiness-reviews.service.js';

type Somebody = Viewer & { personId: string };

interface Item {
  readonly id: string;
  readonly done: boolean;
  readonly dueOn: string | null;
  readonly owner: { readonly id: string };
  readonly assigned: boolean;
  readonly text: string;
}

let room: PartnershipsRoom;
let goes: Somebody;
let emmen: Somebody;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2018-03-01T08:00:00Z'));
  goes = await room.viewer('gemeente-goes', 'MEMBER', 'REPRESENTATIVE');
  emmen = await room.viewer('vives', 'MEMBER');
});
afterAll(() => room.close());

const RULES = '... on NotReady { rules { id sentence verdict missing { fact } } }';
const start = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `mutation ($id: ID!) { startProposal(consortiumId: $id) { ${SHOWN} } }`, { id });
const markReady = (viewer: Viewer, id: string, confirmUnknown: string[] = []): Promise<Shown & { rules?: object[] }> =>
  room.ask(viewer, `mutation ($id: ID!, $confirmUnknown: [ID!]!) { markReady(consortiumId: $id, confirmUnknown: $confirmUnknown) { ${SHOWN} ${RULES} } }`, { id, confirmUnknown });
const note = (viewer: Viewer, id: string, kind: string, more = ''): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $kind: String!) { noteDocument(consortiumId: $id, kind: $kind ${more}) { ${SHOWN} } }`, { id, kind });
const readiness = (viewer: Viewer, id: string): Promise<{ readiness: { met: boolean; items: Item[] } }> =>
  room.ask(viewer, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { readiness(language: NL) { met items { id kind text done dueOn assigned owner { id } } } } } }`, { id });
const itemsOf = async (viewer: Viewer, id: string): Promise<Record<string, Item>> =>
  Object.fromEntries((await readiness(viewer, id)).readiness.items.map((item) => [item.id, item]));
const tasksOf = async (viewer: Viewer): Promise<string[]> => {
  await room.app.get(ReadinessReviews).reviewStale();
  return (await room.ask<{ nodes: { kind: string }[] }>(viewer, '{ myTasks(first: 100) { nodes { kind text } } }')).nodes.map(({ kind }) => kind);
};

/** All that the rules of the Dutch call ask, save for a dissemination plan. */
const NEARLY = { objectives: ['TC'], months: 24, grant_eur: 100_000, total_budget_eur: 200_000 };

async function proposal(project: Record<string, unknown> = NEARLY): Promise<string> {
  const id = await formedConsortium(room, goes, 'ESF-NL-SITS', ['gemeente-goes', 'vives']);
  await describeProject(room, id, project);
  await start(goes, id);
  return id;
}

async function complete(): Promise<string> {
  const id = await proposal({ ...NEARLY, dissemination_plan: 'On the website of the agency.' });
  await note(goes, id, 'TRANSNATIONAL_PARTNERSHIP_AGREEMENT');
  return id;
}

describe('a consortium is ready', () => {
  it('with a dissemination plan only: scenario 6', async () => {
    const id = await proposal();
    await note(goes, id, 'TRANSNATIONAL_PARTNERSHIP_AGREEMENT');
    expect(await markReady(goes, id)).toMatchObject({
      code: 'NOT_READY',
      message: 'Not ready: dissemination-plan is NOT_MET.',
      rules: [{ id: 'dissemination-plan', verdict: 'NOT_MET', sentence: expect.stringMatching('plan') }],
    });
    expect(await tasksOf(goes)).toContain('WRITE_DISSEMINATION_PLAN');
    await describeProject(room, id, { dissemination_plan: 'On the website of the agency.' });
    expect(await markReady(emmen, id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await markReady(goes, id)).toMatchObject({ state: 'READY', possible: ['REOPEN', 'SUBMIT', 'DISSOLVE', 'PASS_DEADLINE'] });
    expect(await tasksOf(goes)).toEqual(['SUBMIT_PROPOSAL']);
  });

  it('with the agreement that the transnational objective adds, along with a partner from abroad: scenario 8', async () => {
    const alone = await formedConsortium(room, goes, 'ESF-NL-SITS', ['gemeente-goes']);
    await describeProject(room, alone, { ...NEARLY, objectives: ['SI'], dissemination_plan: 'On the web.' });
    await start(goes, alone);
    await describeProject(room, alone, { objectives: ['TC'] });
    expect(await markReady(goes, alone)).toMatchObject({ rules: [{ id: 'transnational-partner', verdict: 'NOT_MET' }, { id: 'partnership-agreement', verdict: 'UNKNOWN' }] });
    await describeProject(room, alone, { objectives: ['SI'] });
    expect(await markReady(goes, alone)).toMatchObject({ state: 'READY' });
  });

  it('with what is UNKNOWN only where each such rule is confirmed by name, and that is kept: scenario 9', async () => {
    const id = await proposal({ ...NEARLY, dissemination_plan: 'On the web.' });
    expect(await markReady(goes, id)).toMatchObject({ rules: [{ id: 'partnership-agreement', verdict: 'UNKNOWN', missing: [{ fact: 'document:TRANSNATIONAL_PARTNERSHIP_AGREEMENT' }] }] });
    expect(await tasksOf(goes)).toContain('SIGN_AGREEMENT');
    expect(await markReady(goes, id, ['dissemination-plan'])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await markReady(goes, id, ['partnership-agreement'])).toMatchObject({ state: 'READY' });
    const { history } = await room.ask<{ history: object[] }>(goes, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { history { action details { name value } } } } }`, { id });
    expect(history.at(-1)).toMatchObject({ action: 'MARK_READY', details: expect.arrayContaining([{ name: 'confirmed', value: '["partnership-agreement"]' }]) });
  });

  it('no more once the date moves, a document goes, or its project no longer fits', async () => {
    const moved = await complete();
    await markReady(goes, moved);
    await room.database.query(`UPDATE milestones SET revision = revision + 1 WHERE call_id = (SELECT id FROM calls WHERE code = 'ESF-NL-SITS') AND kind = 'SUBMISSION'`);
    expect(await markReady(goes, moved)).toMatchObject({ state: 'READY' });

    const gone = await complete();
    await markReady(goes, gone);
    expect(await note(goes, gone, 'TRANSNATIONAL_PARTNERSHIP_AGREEMENT', 'present: false')).toMatchObject({ state: 'PROPOSAL' });

    const unfit = await complete();
    await markReady(goes, unfit);
    await describeProject(room, unfit, { months: 60 });
    await tasksOf(goes);
    expect(await room.ask(goes, `query ($id: ID!) { consortium(id: $id) { ${SHOWN} } }`, { id: unfit })).toMatchObject({ state: 'PROPOSAL' });
  });

  it('once of sixteen at once, and never with a member that left meanwhile', async () => {
    const consortia = room.app.get(ConsortiaService);
    const leave = (id: string): Promise<Shown> =>
      consortia.changing(goes, id, () => undefined, async (manager, consortium) => {
        if (consortium.state === 'READY') await consortia.advance(manager, goes, consortium, 'REOPEN');
        await manager.query(`UPDATE memberships SET state = 'LEFT' WHERE consortium_id = $1 AND organisation_id <> $2`, [id, consortium.leadId]);
        return { id, state: 'LEFT' };
      });
    for (let round = 0; round < 3; round += 1) {
      const id = await complete();
      const marks = await Promise.all(Array.from({ length: 16 }, () => markReady(goes, id)));
      expect(marks.filter(({ state }) => state === 'READY')).toHaveLength(1);
      expect(marks.filter(({ code, present }) => code === 'CONFLICT' && present === 'READY')).toHaveLength(15);

      const other = await complete();
      await Promise.all(Array.from({ length: 16 }, (_, i) => (i === round * 4 ? leave(other) : markReady(goes, other))));
      expect(await room.ask(goes, `query ($id: ID!) { consortium(id: $id) { ${SHOWN} } }`, { id: other })).toMatchObject({ state: 'PROPOSAL' });
    }
  });
});

describe('its check list', () => {
  it('says who sees to what and by when, planned backward over weekends and holidays, and anew once the date moves', async () => {
    const id = await proposal();
    await note(goes, id, 'PROOF_OF_COSTS', 'organisationId: "vives", present: false');
    const items = await itemsOf(goes, id);
    // The call closes at the end of 31 December 2019: Christmas and the weekends are not worked.
    expect(items).toMatchObject({
      'rule:transnational-partner': { done: true, dueOn: '2019-11-29', owner: { id: 'gemeente-goes' } },
      'document:PROOF_OF_COSTS:vives': { done: false, dueOn: '2019-12-06', owner: { id: 'vives' }, assigned: false },
      'document:TRANSNATIONAL_PARTNERSHIP_AGREEMENT': { done: false, dueOn: '2019-12-13', text: expect.stringMatching('^Overeenkomst') },
      'dissemination_plan:plan': { done: false, dueOn: '2019-12-20' },
      'submission:submission': { done: false, dueOn: '2019-12-30' },
    });
    expect(await tasksOf(emmen)).toEqual(['SUPPLY_DOCUMENTS']);
    await room.database.query(
      `UPDATE milestones SET local = '2020-01-31', starts_at = '2020-01-30T23:00:00Z', ends_at = '2020-01-31T23:00:00Z', revision = revision + 1
       WHERE call_id = (SELECT id FROM calls WHERE code = 'ESF-NL-SITS') AND kind = 'SUBMISSION'`,
    );
    expect(await itemsOf(goes, id)).toMatchObject({ 'submission:submission': { dueOn: '2020-01-30' }, 'document:PROOF_OF_COSTS:vives': { dueOn: '2020-01-10' } });
    await tasksOf(goes);
    expect(await room.ask(emmen, '{ myTasks { nodes { dueAt } } }')).toEqual({ nodes: [{ dueAt: new Date('2020-01-10T23:00:00Z') }] });
    expect(await note(emmen, id, 'PROOF_OF_COSTS', 'organisationId: "vives"')).toMatchObject({ state: 'PROPOSAL' });
    expect(await tasksOf(emmen)).toEqual([]);
  });

  it('lets the lead ask a member, and nobody but the owner say that a document is there', async () => {
    const id = await proposal();
    const assign = (viewer: Viewer, itemId: string, organisationId: string | null): Promise<Shown> =>
      room.ask(viewer, `mutation ($id: ID!, $itemId: ID!, $organisationId: ID) { assignReadinessItem(consortiumId: $id, itemId: $itemId, organisationId: $organisationId) { ${SHOWN} } }`, { id, itemId, organisationId });
    expect(await assign(emmen, 'dissemination_plan:plan', 'vives')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await assign(goes, 'no-such', 'vives')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await assign(goes, 'dissemination_plan:plan', 'avise')).toMatchObject({ code: 'BAD_USER_INPUT' });
    await assign(goes, 'dissemination_plan:plan', 'vives');
    expect(await itemsOf(emmen, id)).toMatchObject({ 'dissemination_plan:plan': { owner: { id: 'vives' }, assigned: true } });
    expect(await tasksOf(emmen)).toEqual(['WRITE_DISSEMINATION_PLAN']);
    await assign(goes, 'dissemination_plan:plan', null);
    expect(await tasksOf(emmen)).toEqual([]);
    expect(await note(goes, id, 'PROOF_OF_COSTS', 'organisationId: "vives"')).toMatchObject({ code: 'FORBIDDEN' });
    for (const kind of ['proof', 'LETTER_OF_ENDORSEMENT']) expect(await note(goes, id, kind)).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await note(goes, id, 'PROOF_OF_COSTS', 'documentId: "00000000-0000-7000-8000-000000000000"')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await readiness(await room.viewer('avise', 'MEMBER'), id)).toEqual({});
  });
});
