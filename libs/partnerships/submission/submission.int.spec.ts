import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { describeProject, formedConsortium, makeReady, SHOWN, type Shown } from '../testing/formed-consortium.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Somebody = Viewer & { personId: string };

const BEGUN = new Date('2023-09-20T08:00:00Z');

let room: PartnershipsRoom;
let flemish: Somebody;
let french: Somebody;
let officer: Somebody;

beforeAll(async () => {
  room = await partnershipsRoom(BEGUN);
  flemish = await room.viewer('sociale-innovatiefabriek', 'MEMBER', 'REPRESENTATIVE');
  french = await room.viewer('avise', 'MEMBER', 'REPRESENTATIVE');
  officer = await room.viewer('esfa-lt', 'PROGRAMME_OFFICER');
});
afterAll(() => room.close());

const start = (viewer: Viewer, id: string, submission: string | null = null): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $submission: ID) { startProposal(consortiumId: $id, submission: $submission) { ${SHOWN} } }`, { id, submission });
const submit = (viewer: Viewer, id: string, reference = 'SEP-101'): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $reference: String!) { markSubmitted(consortiumId: $id, reference: $reference) { ${SHOWN} } }`, { id, reference });
const outcome = (viewer: Viewer, id: string, decided: string, evidence = ''): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $evidence: String!) { recordOutcome(consortiumId: $id, outcome: ${decided}, evidence: $evidence) { ${SHOWN} } }`, { id, evidence });
const read = (viewer: Viewer, id: string): Promise<Shown> => room.ask(viewer, `query ($id: ID!) { consortium(id: $id) { ${SHOWN} } }`, { id });

/** What the desk of a track decided, as the room of expressions writes it. */
async function decided(consortiumId: string, state: string): Promise<void> {
  await room.database.query(
    `INSERT INTO expressions (track_id, consortium_id, organisation_id, state, made_at, submitted_at)
     SELECT (SELECT id FROM tracks WHERE code = 'NCC-2023-VL'), id, lead_id, $2, verbond_now(), verbond_now() FROM consortia WHERE id = $1`,
    [consortiumId, state],
  );
}

async function ready(viewer: Somebody = french, lead = 'avise'): Promise<string> {
  const id = await formedConsortium(room, viewer, 'NCC-2023', [lead]);
  await start(viewer, id);
  await makeReady(room, id);
  return id;
}

describe('a proposal', () => {
  it('begins straight away where the call has no track for the lead, with a lead that confirmed', async () => {
    const id = await formedConsortium(room, french, 'NCC-2023', ['avise', 'vives']);
    await room.database.query(`UPDATE memberships SET state = 'ACCEPTED' WHERE consortium_id = $1`, [id]);
    expect(await start(french, id)).toMatchObject({ code: 'CONFLICT', present: 'FORMING', message: expect.stringMatching('confirms') });
    await room.database.query(`UPDATE memberships SET state = 'CONFIRMED' WHERE consortium_id = $1`, [id]);
    expect(await start(french, id, 'no-such')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching('the call has submission') });
    expect(await start(await room.viewer('vives', 'MEMBER'), id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await start(french, id)).toMatchObject({ state: 'PROPOSAL', stage: 'submission', possible: ['MARK_READY', 'DISSOLVE', 'PASS_DEADLINE'] });
    expect(await start(french, id)).toMatchObject({ code: 'CONFLICT', present: 'PROPOSAL' });
  });

  it('waits for its recommendation where a track covers the lead', async () => {
    const id = await formedConsortium(room, flemish, 'NCC-2023', ['sociale-innovatiefabriek']);
    expect(await start(flemish, id)).toMatchObject({ code: 'CONFLICT', message: expect.stringMatching('NCC-2023-VL'), instead: ['EXPRESS', 'DISSOLVE', 'PASS_DEADLINE'] });
    await decided(id, 'SUBMITTED');
    expect(await start(flemish, id)).toMatchObject({ code: 'CONFLICT', present: 'EXPRESSED' });
    await room.database.query(`UPDATE expressions SET state = 'RECOMMENDED' WHERE consortium_id = $1`, [id]);
    expect(await start(flemish, id)).toMatchObject({ state: 'PROPOSAL', closesAt: new Date('2023-11-30T16:00:00Z') });
    await room.database.query('DELETE FROM expressions WHERE consortium_id = $1', [id]);
  });

  it('that was not recommended begins anew with another call', async () => {
    const id = await formedConsortium(room, flemish, 'NCC-2023', ['sociale-innovatiefabriek']);
    await decided(id, 'NOT_RECOMMENDED');
    const choose = (callId: string): Promise<Shown> =>
      room.ask(flemish, `mutation ($id: ID!, $callId: ID!) { chooseOtherCall(consortiumId: $id, callId: $callId) { ${SHOWN} } }`, { id, callId });
    expect(await choose('NCC-2023')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await choose('NCC-2020')).toMatchObject({ code: 'BAD_USER_INPUT', message: 'callId: takes no proposals any more.' });
    expect(await choose('EASI-HOMELESS-2023')).toMatchObject({ state: 'FORMING', closesAt: new Date('2024-01-11T16:00:00Z') });
    expect(await start(flemish, id)).toMatchObject({ state: 'PROPOSAL', stage: 'submission' });
    await room.database.query('DELETE FROM expressions WHERE consortium_id = $1', [id]);
  });
});

describe('a submission', () => {
  it('ends the story of Flanders: with IE and CZ, and every letter in, ready and marked as submitted at 15:12: scenario 1', async () => {
    const id = await formedConsortium(room, flemish, 'NCC-2023', ['sociale-innovatiefabriek', 'rethink-ireland', 'mpsv-cz']);
    await decided(id, 'RECOMMENDED');
    await start(flemish, id);
    await describeProject(room, id, { grant_eur: 800_000, total_budget_eur: 1_000_000, months: 36 });
    const markReady = (): Promise<Shown & { rules?: { id: string; verdict: string }[] }> =>
      room.ask(flemish, `mutation ($id: ID!) { markReady(consortiumId: $id, confirmUnknown: ["coordinator-capacity"]) { ${SHOWN} ... on NotReady { rules { id verdict } } } }`, { id });
    expect(await markReady()).toMatchObject({ code: 'NOT_READY', rules: [{ id: 'endorsement-per-state', verdict: 'UNKNOWN' }] });
    // The Czech member is the managing authority itself.
    await room.database.query(
      `INSERT INTO endorsements (consortium_id, country, authority_id, state, asked_at, settled_at)
       SELECT $1, country, $2, 'GIVEN', verbond_now(), verbond_now() FROM unnest(ARRAY['BE', 'IE']) AS country`,
      [id, await room.idOf('organisations', 'europa-wse')],
    );
    await room.database.query('UPDATE consortia SET version = version + 1 WHERE id = $1', [id]);
    expect(await markReady()).toMatchObject({ state: 'READY' });
    await room.clock.set(new Date('2023-11-30T14:12:00Z'));
    expect(await submit(flemish, id, '101172634')).toMatchObject({ state: 'SUBMITTED', submissions: [{ reference: '101172634', submittedAt: expect.any(Date) }] });
    await room.clock.set(BEGUN);
  });

  it('is marked by those who may commit the lead, once it is ready, with a reference', async () => {
    const id = await formedConsortium(room, french, 'NCC-2023', ['avise']);
    await start(french, id);
    expect(await submit(french, id)).toMatchObject({ code: 'CONFLICT', present: 'PROPOSAL' });
    await makeReady(room, id);
    expect(await submit(await room.viewer('avise', 'MEMBER'), id)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await submit(french, id, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    const keyed = { ...french, idempotencyKey: 'submit-once' };
    const submissions = [{ stage: 'submission', reference: 'SEP-101', submittedAt: expect.any(Date) }];
    expect(await submit(keyed, id)).toMatchObject({ state: 'SUBMITTED', submissions });
    expect(await submit(keyed, id)).toMatchObject({ state: 'SUBMITTED', submissions });
    expect(await submit(french, id)).toMatchObject({ code: 'CONFLICT', present: 'SUBMITTED' });
  });

  it('is refused once the rules or the date have moved, until it is ready for those', async () => {
    const id = await ready();
    const officers: Viewer = { administrator: true, mandates: [] };
    const [{ milestone, revision }] = await room.database.query<[{ milestone: string; revision: number }]>(
      `SELECT m.id AS milestone, revision FROM milestones m JOIN calls c ON c.id = m.call_id WHERE c.code = 'NCC-2023' AND key = 'submission'`,
    );
    const moved = await room.ask(
      officers,
      `mutation ($id: ID!, $revision: Int!) { moveMilestone(milestoneId: $id, local: "2023-12-05T17:00", zone: "Europe/Brussels", reason: "A test.", expectedRevision: $revision) {
        ... on Milestone { local } ... on Failure { message } } }`,
      { id: milestone, revision },
    );
    expect(moved).toEqual({ local: '2023-12-05T17:00:00' });
    expect(await submit(french, id)).toMatchObject({ code: 'CONFLICT', present: 'PROPOSAL' });
    await makeReady(room, id);
    expect(await submit(french, id)).toMatchObject({ state: 'SUBMITTED' });
    const history = await room.ask(await room.viewer('europa-wse', 'PROGRAMME_OFFICER'), `{ trackHistory(trackId: "NCC-2023-VL") {
      ... on TrackHistory { entries { kind action role details { name value } } } } }`);
    expect(history).toMatchObject({ entries: [{ kind: 'CALL', action: 'MOVE_DATE', role: null, details: expect.arrayContaining([{ name: 'to', value: '2023-12-05T17:00:00' }]) }] });
    await room.database.query(`UPDATE milestones SET local = '2023-11-30T17:00:00', starts_at = '2023-11-30T16:00:00Z', ends_at = '2023-11-30T16:00:00Z', revision = revision + 1 WHERE id = $1`, [milestone]);
  });

  it('of sixteen at once is one', async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await ready();
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => submit(french, id, `SEP-${i}`)));
      const [won, ...others] = answers.filter(({ code }) => code === undefined);
      expect([won?.state, others]).toEqual(['SUBMITTED', []]);
      expect(answers.filter(({ code, present }) => code === 'CONFLICT' && present === 'SUBMITTED')).toHaveLength(15);
      expect(await room.database.query('SELECT count(*)::int AS n FROM submissions WHERE consortium_id = $1', [id])).toEqual([{ n: 1 }]);
    }
  });

  it('never comes after its date, however close they come', async () => {
    const ids = await Promise.all(Array.from({ length: 16 }, () => ready()));
    await room.clock.set(new Date('2023-11-30T15:59:59.850Z'));
    const answers = await Promise.all(ids.map((id) => submit(french, id)));
    expect(await submit(french, await lateOne())).toMatchObject({ code: 'CONFLICT', present: 'LAPSED', message: expect.stringMatching('17:00') });
    for (const [i, { code, state, present }] of answers.entries()) {
      expect(state ?? present).toBe(code === undefined ? 'SUBMITTED' : 'LAPSED');
      expect(await read(french, ids[i] ?? '')).toMatchObject({ state: state ?? present });
    }
    expect(await room.database.query(`SELECT count(*)::int AS late FROM submissions WHERE submitted_at >= '2023-11-30T16:00:00Z'`)).toEqual([{ late: 0 }]);
    await room.clock.set(BEGUN);
  });

  async function lateOne(): Promise<string> {
    await room.clock.set(BEGUN);
    const id = await ready();
    await room.clock.set(new Date('2023-11-30T16:00:00Z'));
    return id;
  }
});

describe('an outcome', () => {
  it('is noted by officers of the call, who see what was submitted to it', async () => {
    const id = await ready();
    expect(await read(officer, id)).toMatchObject({ code: 'NOT_FOUND' });
    await submit(french, id);
    expect(await read(officer, id)).toMatchObject({ state: 'SUBMITTED' });
    expect(await outcome(officer, id, 'RESERVE')).toMatchObject({ state: 'RESERVE', possible: ['AWARD', 'REJECT'] });
    expect(await outcome(officer, id, 'AWARDED')).toMatchObject({ state: 'AWARDED' });
    expect(await outcome(officer, id, 'REJECTED')).toMatchObject({ code: 'CONFLICT', present: 'AWARDED', instead: ['START'] });
    const history = await room.ask(french, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { history { number action role organisation { id } } } } }`, { id });
    expect(history).toMatchObject({
      history: [
        { number: 1, action: 'CREATE', role: 'REPRESENTATIVE', organisation: { id: 'avise' } },
        { action: 'START_PROPOSAL' },
        { action: 'SUBMIT' },
        { action: 'RESERVE', role: 'PROGRAMME_OFFICER', organisation: { id: 'esfa-lt' } },
        { number: 5, action: 'AWARD' },
      ],
    });
  });

  it('is noted by the lead with evidence, by nobody else, and by no administrator', async () => {
    const id = await formedConsortium(room, french, 'NCC-2023', ['avise', 'vives']);
    await start(french, id);
    await makeReady(room, id);
    await submit(french, id);
    expect(await outcome(french, id, 'REJECTED')).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching('evidence') });
    expect(await outcome(await room.viewer('vives', 'MEMBER'), id, 'REJECTED', 'Letter 12')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await outcome({ administrator: true, mandates: [] }, id, 'REJECTED', 'Letter 12')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await outcome(french, id, 'REJECTED', 'Letter 12')).toMatchObject({ state: 'REJECTED', possible: [] });
  });

  it('may be the invitation to a next stage, with a submission of its own', async () => {
    await room.clock.set(new Date('2016-03-01T08:00:00Z'));
    const id = await formedConsortium(room, flemish, 'ESF-VL-357', ['sociale-innovatiefabriek']);
    expect(await start(flemish, id)).toMatchObject({ state: 'PROPOSAL', stage: 'prep' });
    await makeReady(room, id);
    await submit(flemish, id, 'PREP-1');
    const body = await room.viewer('europa-wse', 'PROGRAMME_OFFICER');
    const invite = (viewer: Viewer, submission: string | null = null): Promise<Shown> =>
      room.ask(viewer, `mutation ($id: ID!, $submission: ID) { inviteToNextStage(consortiumId: $id, submission: $submission) { ${SHOWN} } }`, { id, submission });
    expect(await invite(flemish)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await invite(body, 'prep')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await invite(body)).toMatchObject({ state: 'PROPOSAL', stage: 'phase1' });
    await makeReady(room, id);
    expect(await submit(flemish, id, 'PHASE-1')).toMatchObject({
      state: 'SUBMITTED',
      submissions: [{ stage: 'prep', reference: 'PREP-1' }, { stage: 'phase1', reference: 'PHASE-1' }],
    });
    await room.clock.set(BEGUN);
  });
});
