import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { parse, subscribe, type ExecutionResult } from 'graphql';
import type { Viewer } from '#libs/accounts';
import { Composers } from '#libs/mail';
import { lineUp } from '../testing/line-up.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';
import { decide, submitted, type ExpressionAnswer } from '../testing/expressions.js';

type Person = Viewer & { personId: string };

const FRIDAY = new Date('2023-10-13T14:40:00Z');
const MONDAY = new Date('2023-10-16T07:00:00Z');

let room: PartnershipsRoom;
let officer: Person;

beforeAll(async () => {
  room = await partnershipsRoom(FRIDAY);
  officer = await room.viewer('europa-wse', 'PROGRAMME_OFFICER');
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.clock.set(FRIDAY);
  await room.database.query(`UPDATE expressions SET state = 'WITHDRAWN'; UPDATE tasks SET ended_at = verbond_now(); DELETE FROM desk_criteria;
    DELETE FROM expression_notes; DELETE FROM recommended_states; DELETE FROM messages`);
});

const ENTRY = `weightedMean expression { id name state } views { officer note scores { criterion score } }
  members { name newcomer attended alsoIn score why { signal } } check { verdict } coverage(language: NL) { theme label members gap }`;
const desk = <T>(viewer: Viewer, fields: string): Promise<T> =>
  room.ask(viewer, `{ desk(trackId: "NCC-2023-VL") { ... on Desk { ${fields} } ... on Failure { code } } }`);
const consortium = (viewer: Viewer, id: string): Promise<object> =>
  room.ask(viewer, 'query ($id: ID!) { consortium(id: $id) { ... on Consortium { state possible closesAt } } }', { id });
const score = (viewer: Viewer, id: string, scores: object[], note?: string): Promise<{ code?: string }> =>
  room.ask(viewer, `mutation ($id: ID!, $scores: [ScoreInput!], $note: String) {
    scoreExpression(id: $id, scores: $scores, note: $note) { ... on Failure { code message } } }`, { id, scores, note });
const setCriteria = (criteria: object[], viewer: Viewer = officer): Promise<object> =>
  room.ask(viewer, `mutation ($criteria: [DeskCriterionInput!]!) { setDeskCriteria(trackId: "NCC-2023-VL", criteria: $criteria) {
    ... on Desk { criteria { key name weight } } ... on Failure { code message } } }`, { criteria });

async function mailTo(person: Person, language: 'nl' | 'en' = 'nl'): Promise<string[]> {
  const messages = await room.database.query<{ template: string }[]>(
    `SELECT id, person_id AS "personId", template, subject_kind AS "subjectKind", subject_id AS "subjectId", revision, "offset", due_at AS "dueAt",
       NULL AS "toldWith" FROM messages WHERE person_id = $1 ORDER BY id`,
    [person.personId],
  );
  const reader = { name: 'Nel', email: 'nel@members.example', language, zone: 'Europe/Brussels' };
  return Promise.all(messages.map(async (message) => {
    const composed = await room.app.get(Composers).of(message.template).compose(message as never, reader);
    return 'text' in composed ? composed.text : JSON.stringify(composed);
  }));
}

describe('from the gate to the recommendation (scenario 1)', () => {
  it('three are shortlisted within one working day, one is recommended, all leads hear the outcome and why', async () => {
    const insisst = await submitted(room, 'sociale-innovatiefabriek', [{ organisationId: 'vives' }, { organisationId: 'stad-mechelen' }]);
    const two = await submitted(room, 'stad-gent');
    const three = await submitted(room, 'arteveldehogeschool');
    const four = await submitted(room, 'stad-brugge');
    expect(await decide(room, officer, insisst.id, 'SHORTLIST')).toMatchObject({ code: 'CONFLICT' });

    await room.clock.set(MONDAY);
    for (const { id } of [insisst, two, three]) expect(await decide(room, officer, id, 'SHORTLIST')).toMatchObject({ state: 'SHORTLISTED' });
    expect(await decide(room, officer, four.id, 'NOT_SHORTLIST')).toMatchObject({ code: 'BAD_USER_INPUT', message: 'reason: must not be empty.' });
    await decide(room, officer, four.id, 'NOT_SHORTLIST', 'Geen partners uit andere sectoren.');
    await decide(room, officer, insisst.id, 'RECOMMEND', 'Dekt alle vier de doelen.');
    for (const { id } of [two, three]) await decide(room, officer, id, 'NOT_RECOMMEND', 'Te weinig ervaring met verspreiding.');

    expect(await consortium(insisst.lead, insisst.consortiumId)).toMatchObject({
      state: 'RECOMMENDED',
      possible: ['START_PROPOSAL', 'DISSOLVE', 'PASS_DEADLINE'],
      closesAt: new Date('2023-11-30T16:00:00Z'),
    });
    const { confirm, idIn, onConsortium } = lineUp(room);
    await confirm(insisst.lead, await idIn(insisst.consortiumId, 'sociale-innovatiefabriek'));
    expect(await onConsortium(insisst.lead, 'startProposal', { consortiumId: insisst.consortiumId })).toMatchObject({ state: 'PROPOSAL' });
    expect(await consortium(insisst.lead, insisst.consortiumId)).toMatchObject({ state: 'PROPOSAL', closesAt: new Date('2023-11-30T16:00:00Z') });
    expect(await consortium(two.lead, two.consortiumId)).toMatchObject({ state: 'NOT_RECOMMENDED', possible: ['CHOOSE_OTHER_CALL', 'DISSOLVE'] });
    expect(await consortium(four.lead, four.consortiumId)).toMatchObject({ state: 'FORMING' });

    const told = await mailTo(insisst.lead);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Aanbevolen: sociale-innovatiefabriek');
    expect(told[0]).toContain('Reden: Dekt alle vier de doelen.');
    expect(told[0]).toMatch(/Beslist op: maandag 16 oktober 2023 om 09:0\d:\d\d CEST/);
    expect((await mailTo(two.lead, 'en')).join()).toContain('Reason: Te weinig ervaring met verspreiding.');
    expect((await mailTo(four.lead)).join()).toContain('niet op de shortlist');
    const tasks: { nodes: object[] } = await room.ask(officer, '{ myTasks { nodes { kind } } }');
    expect(tasks.nodes).toEqual([]);
  });

  it('the history of decisions is exact and stays, with the role of whoever decided', async () => {
    const { id, lead } = await submitted(room, 'vives');
    await room.clock.set(MONDAY);
    await decide(room, officer, id, 'SHORTLIST', 'Eerste indruk');
    await decide(room, officer, id, 'RECOMMEND', 'Overtuigend');
    expect(await decide(room, officer, id, 'NOT_RECOMMEND', 'Toch niet')).toMatchObject({ code: 'CONFLICT', now: 'RECOMMENDED' });
    const shown = await room.ask(lead, 'query ($id: ID!) { expression(id: $id) { ... on Expression { decisions { decision reason } } } }', { id });
    expect(shown).toEqual({ decisions: [{ decision: 'SHORTLIST', reason: 'Eerste indruk' }, { decision: 'RECOMMEND', reason: 'Overtuigend' }] });
    const audit = await room.database.query<object[]>(
      `SELECT action, role, person_id = $2 AS own FROM audit_entries WHERE subject_id = $1 AND number > 2 ORDER BY number`, [id, officer.personId]);
    expect(audit).toEqual(['SHORTLIST', 'RECOMMEND'].map((action) => ({ action, role: 'PROGRAMME_OFFICER', own: true })));
  });
});

describe('who decides', () => {
  it('is no member’s staff, nor that of somebody invited, nor anybody else', async () => {
    const { id, lead, consortiumId } = await submitted(room, 'sociale-innovatiefabriek', [{ organisationId: 'vives' }]);
    await room.clock.set(MONDAY);
    const body = { organisationId: await room.idOf('organisations', 'europa-wse'), role: 'PROGRAMME_OFFICER' } as const;
    const also = async (code: string): Promise<Viewer> => ({
      ...officer, mandates: [body, { organisationId: await room.idOf('organisations', code), role: 'MEMBER' }],
    });
    await room.database.query(
      `INSERT INTO memberships (consortium_id, organisation_id, role, state, begun_at, expires_at)
       SELECT $1, id, 'CO_APPLICANT', 'SENT', verbond_now(), verbond_now() + interval '9 days' FROM organisations WHERE code = 'stad-gent'`, [consortiumId]);
    for (const code of ['sociale-innovatiefabriek', 'vives', 'stad-gent']) {
      expect(await decide(room, await also(code), id, 'SHORTLIST')).toMatchObject({ code: 'FORBIDDEN' });
      expect(await score(await also(code), id, [], 'Mooi')).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await decide(room, lead, id, 'SHORTLIST')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await decide(room, await room.viewer('esfa-lt', 'PROGRAMME_OFFICER'), id, 'SHORTLIST')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await decide(room, { administrator: true, mandates: [], personId: officer.personId }, id, 'SHORTLIST')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk(lead, 'closed')).toEqual({ code: 'FORBIDDEN' });
    expect(await decide(room, await also('avise'), id, 'SHORTLIST')).toMatchObject({ state: 'SHORTLISTED' });
  });
});

describe('on a track of single organisations', () => {
  beforeAll(() => room.database.query(`UPDATE tracks SET expression_by = 'ORGANISATION'`));
  afterAll(() => room.database.query(`UPDATE tracks SET expression_by = 'PARTNERSHIP'`));

  it('an organisation is recommended as a partnership would be', async () => {
    const { id, lead } = await submitted(room, 'vives', []);
    await room.clock.set(MONDAY);
    await decide(room, officer, id, 'SHORTLIST');
    expect(await decide(room, officer, id, 'RECOMMEND', 'Sterk')).toMatchObject({ state: 'RECOMMENDED', consortiumId: null });
    expect((await mailTo(lead)).join()).toContain('Aanbevolen: VIVES');
  });
});

describe('one recommendation a state', () => {
  const flag = (value: boolean): Promise<unknown> =>
    room.database.query(`UPDATE tracks SET facts = facts || jsonb_build_object('oneRecommendationPerState', $1::boolean)`, [value]);
  beforeAll(() => flag(true));
  afterAll(() => flag(false));

  it('is the first where the call says so; other states have their own', async () => {
    const [one, two] = [await submitted(room, 'stad-gent'), await submitted(room, 'stad-brugge')];
    const irish = await submitted(room, 'rethink-ireland');
    await room.clock.set(MONDAY);
    for (const { id } of [one, two, irish]) await decide(room, officer, id, 'SHORTLIST');
    expect(await decide(room, officer, one.id, 'RECOMMEND', 'Goed')).toMatchObject({ state: 'RECOMMENDED' });
    expect(await decide(room, officer, two.id, 'RECOMMEND', 'Ook goed')).toMatchObject({ code: 'CONFLICT', now: 'SHORTLISTED' });
    expect(await decide(room, officer, irish.id, 'RECOMMEND', 'Goed')).toMatchObject({ state: 'RECOMMENDED' });
  });

  it('is one of the two when both are recommended at once, sixteen times over', async () => {
    const all: ExpressionAnswer[] = [];
    for (const code of ['stad-gent', 'stad-brugge', 'stad-mechelen', 'vives']) all.push(await submitted(room, code));
    await room.clock.set(MONDAY);
    for (const { id } of all) await decide(room, officer, id, 'SHORTLIST');
    const asked = Array.from({ length: 16 }, (_, i) => decide(room, officer, all[i % all.length]!.id, 'RECOMMEND', 'Goed'));
    const answers = await Promise.all(asked);
    expect(answers.filter(({ state }) => state === 'RECOMMENDED')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(15);
  });
});

describe('the expressions side by side', () => {
  it('show rules, scores of members, coverage with gaps, newcomers, overlap and who was there', async () => {
    const [{ id: meeting }] = await room.database.query<[{ id: string }]>(`SELECT id FROM milestones WHERE key = 'info-meeting'`);
    const guest = await room.viewer('avise', 'MEMBER');
    for (const code of ['vives', 'avise']) {
      await room.database.query(
        `INSERT INTO event_signups (milestone_id, organisation_id, person_id, signed_up_at, attended) VALUES ($1, $2, $3, verbond_now(), true)`,
        [meeting, await room.idOf('organisations', code), guest.personId]);
    }
    const one = await submitted(room, 'sociale-innovatiefabriek', [{ organisationId: 'vives' }, { name: 'Een school', country: 'BE' }]);
    const two = await submitted(room, 'stad-mechelen', [{ organisationId: 'vives' }]);
    const seen = await desk<{ entries: { members: Record<string, unknown>[]; coverage: { theme: string; members: string[]; gap: boolean; label: string }[] }[] }>(
      officer, `trackId closed closesAt recommendBy lateAttempts leads { organisation { id } events } entries { ${ENTRY} }`);
    expect(seen).toMatchObject({
      trackId: 'NCC-2023-VL',
      closed: false,
      closesAt: new Date('2023-10-14T22:00:00Z'),
      recommendBy: new Date('2023-10-16T22:00:00Z'),
      leads: [{ organisation: { id: 'avise' }, events: ['info-meeting'] }],
    });
    const [first, second] = seen.entries.filter(({ members }) => members.length > 0).slice(0, 2);
    expect(first).toMatchObject({
      weightedMean: null,
      expression: { id: one.id, state: 'SUBMITTED' },
      check: { verdict: 'NOT_MET' },
      members: [
        { newcomer: false, attended: false, alsoIn: [], score: null },
        { newcomer: false, attended: true, alsoIn: [two.id] },
        { name: 'Een school', newcomer: true, attended: false, alsoIn: [], score: null, why: [] },
      ],
    });
    expect(first?.members[1]?.['score']).toBeGreaterThan(0);
    expect(second).toMatchObject({ members: [{}, { alsoIn: [one.id] }] });
    const themes = first?.coverage.map(({ theme }) => theme) ?? [];
    expect(themes).toEqual(expect.arrayContaining(['social-innovation.capacity', 'social-innovation.ecosystem.funding', 'governance.public-innovation.partner']));
    for (const { members, gap, label } of first?.coverage ?? []) {
      expect(gap).toBe(members.length === 0);
      expect(label).not.toContain('.');
    }
    expect(first?.coverage.some(({ gap }) => gap) && first.coverage.some(({ gap }) => !gap)).toBe(true);
  });
});

describe('criteria and scores', () => {
  const CRITERIA = [{ key: 'fit', name: 'Inhoud', weight: 3 }, { key: 'team', name: 'Team', weight: 1 }];

  it('give a weighted mean over the officers, which advises and decides nothing', async () => {
    const { id } = await submitted(room, 'vives');
    const other = await room.viewer('europa-wse', 'PROGRAMME_OFFICER');
    expect(await setCriteria(CRITERIA)).toEqual({ criteria: CRITERIA });
    expect(await score(officer, id, [{ criterion: 'fit', score: 8 }])).toMatchObject({ code: 'CONFLICT' });
    await room.clock.set(MONDAY);
    await score(officer, id, [{ criterion: 'fit', score: 8 }, { criterion: 'team', score: 3 }], 'Sterk');
    await score(other, id, [{ criterion: 'fit', score: 6 }]);
    const mean = async (): Promise<unknown> => {
      const { entries } = await desk<{ entries: { expression: { id: string }; weightedMean: number; views: object[] }[] }>(officer, `entries { ${ENTRY} }`);
      return entries.find(({ expression }) => expression.id === id);
    };
    expect(await mean()).toMatchObject({ weightedMean: 6, views: [{ note: 'Sterk', scores: [{ criterion: 'fit', score: 8 }, { criterion: 'team', score: 3 }] }, {}] });
    await score(officer, id, [{ criterion: 'team', score: null }]);
    expect(await mean()).toMatchObject({ weightedMean: 7 });
    await setCriteria([{ key: 'team', name: 'Ploeg', weight: 2 }]);
    expect(await mean()).toMatchObject({ weightedMean: null, expression: { state: 'UNDER_REVIEW' } });
  });

  it('are refused where they cannot be', async () => {
    const { id, lead } = await submitted(room, 'vives');
    await setCriteria(CRITERIA);
    await room.clock.set(MONDAY);
    for (const bad of [[{ criterion: 'fit', score: 11 }], [{ criterion: 'gone', score: 1 }]]) expect(await score(officer, id, bad)).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (const bad of [{ key: 'a', name: 'A', weight: 0 }, { key: ' ', name: 'A', weight: 1 }]) expect(await setCriteria([bad])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await setCriteria([CRITERIA[0]!, CRITERIA[0]!])).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await setCriteria(CRITERIA, lead)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await score(lead, id, [])).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the recommendation as a document', () => {
  const make = (viewer: Viewer, format: string): Promise<{ url: string; code?: string; bytes: number }> =>
    room.ask(viewer, `mutation ($format: RecommendationFormat!) { exportRecommendation(trackId: "NCC-2023-VL", format: $format) {
      ... on RecommendationExport { url bytes expiresAt } ... on Failure { code } } }`, { format });
  const get = (url: string) => room.app.inject({ method: 'GET', url: new URL(url).pathname });

  it('comes in four formats over a link that stops working, and is logged', async () => {
    const { id, lead } = await submitted(room, 'vives');
    expect(await make(officer, 'PDF')).toMatchObject({ code: 'CONFLICT' });
    await room.clock.set(MONDAY);
    await decide(room, officer, id, 'SHORTLIST');
    await decide(room, officer, id, 'RECOMMEND', 'Overtuigend');
    expect(await make(lead, 'PDF')).toMatchObject({ code: 'FORBIDDEN' });
    const links = new Map<string, string>();
    for (const format of ['PDF', 'DOCX', 'CSV', 'JSON']) links.set(format, (await make(officer, format)).url);
    expect((await get(links.get('PDF')!)).headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': "attachment; filename*=UTF-8''NCC-2023-VL.pdf" });
    expect((await get(links.get('DOCX')!)).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await get(links.get('CSV')!)).body).toContain('\r\nvives,');
    const json = (await get(links.get('JSON')!)).json<{ body: string; expressions: { id: string; state: string; reason: string; history: { event: string }[] }[] }>();
    expect(json.body).toMatch(/Europa WSE/);
    expect(json.expressions[0]).toMatchObject({ id, state: 'RECOMMENDED', reason: 'Overtuigend' });
    expect(json.expressions[0]?.history.map(({ event }) => event)).toEqual(['SUBMIT', 'SHORTLIST', 'RECOMMEND']);
    await room.clock.set(new Date('2023-10-16T07:11:00Z'));
    expect((await get(links.get('PDF')!)).statusCode).toBe(404);
    expect((await get(`${links.get('PDF')!.slice(0, -2)}xx`)).statusCode).toBe(404);
    const logged = await room.database.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM audit_entries WHERE subject_kind = 'TRACK' AND action = 'EXPORT_RECOMMENDATION'`);
    expect(logged).toEqual([{ n: 4 }]);
  });
});

describe('the subscription', () => {
  it('tells of the desk as it is, and again when something at it changes', async () => {
    const { schema } = room.app.get(GraphQLSchemaHost);
    const document = parse('subscription { deskChanged(trackId: "NCC-2023-VL") { entries { expression { name state } } } }');
    const watch = (viewer: Viewer) => subscribe({ schema, document, contextValue: { viewer, loaders: new Map() } });
    const stranger = await watch(await room.viewer('vives', 'MEMBER')) as AsyncGenerator<ExecutionResult>;
    await expect(stranger.next()).rejects.toThrow('The desk is for the programme officers');

    const seen = (await watch(officer)) as AsyncGenerator<ExecutionResult<{ deskChanged: { entries: { expression: { state: string } }[] } }>>;
    const states = async (): Promise<string[]> => ((await seen.next()).value as ExecutionResult<{ deskChanged: { entries: { expression: { state: string } }[] } }>)
      .data?.deskChanged.entries.map(({ expression }) => expression.state).filter((state) => state !== 'WITHDRAWN') ?? [];
    expect(await states()).toEqual([]);
    await submitted(room, 'arteveldehogeschool');
    expect(await states()).toEqual(['SUBMITTED']);
    await seen.return(undefined);
  });
});
