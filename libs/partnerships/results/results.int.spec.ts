import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { formedConsortium, SHOWN, type Shown } from '../testing/formed-consortium.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Somebody = Viewer & { personId: string };

interface Result {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly code?: string;
}

const RESULT = '... on DisseminationResult { id title state dueOn dueAt url version publisher { id } } ... on Failure { code message }';

let room: PartnershipsRoom;
let goes: Somebody;
let agency: Somebody;
let stranger: Somebody;

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2018-05-01T08:00:00Z'));
  goes = await room.viewer('gemeente-goes', 'MEMBER');
  agency = await room.viewer('uitvoering-van-beleid', 'PROGRAMME_OFFICER');
  stranger = await room.viewer('avise', 'MEMBER');
});
afterAll(() => room.close());

const promise = (viewer: Viewer, consortiumId: string, title: string, dueOn = '2018-09-30'): Promise<Result> =>
  room.ask(
    viewer,
    `mutation ($id: ID!, $title: String!, $dueOn: LocalDate!) { promiseResult(consortiumId: $id, title: $title, kind: GUIDE, audience: "Municipalities", dueOn: $dueOn) { ${RESULT} } }`,
    { id: consortiumId, title, dueOn },
  );
const publish = (viewer: Viewer, id: string, url = 'https://results.example/guide'): Promise<Result> =>
  room.ask(viewer, `mutation ($id: ID!, $url: String!) { publishResult(resultId: $id, url: $url) { ${RESULT} } }`, { id, url });
const move = (viewer: Viewer, { id, version }: Result, dueOn: string): Promise<Result> =>
  room.ask(viewer, `mutation ($id: ID!, $dueOn: LocalDate!, $version: Int!) { moveResult(resultId: $id, dueOn: $dueOn, reason: "Tests take longer.", expectedVersion: $version) { ${RESULT} } }`, { id, dueOn, version });
const ofCall = (viewer: Viewer, states = 'null'): Promise<{ nodes: { title: string; state: string }[] }> =>
  room.ask(viewer, `{ results(callId: "ESF-NL-SITS", states: ${states}) { nodes { title state project lead { id } } } }`);
const stateOf = async (id: string): Promise<string | undefined> =>
  (await room.ask<Shown>(goes, `query ($id: ID!) { consortium(id: $id) { ${SHOWN} } }`, { id })).state;

async function running(): Promise<string> {
  const id = await formedConsortium(room, goes, 'ESF-NL-SITS', ['gemeente-goes']);
  await room.database.query(`UPDATE consortia SET state = 'RUNNING' WHERE id = $1`, [id]);
  return id;
}

describe('results that were promised', () => {
  it('are due, overdue where the agency sees it, and only when all are public has the project met its duties: scenario 6', async () => {
    const id = await running();
    const results = await Promise.all(['Guide', 'Film', 'Tool'].map((title) => promise(goes, id, title)));
    expect(results[0]).toMatchObject({ state: 'PLANNED', dueOn: '2018-09-30', dueAt: new Date('2018-09-30T22:00:00Z'), publisher: { id: 'uitvoering-van-beleid' } });
    await room.clock.set(new Date('2018-06-30T10:00:00Z'));
    expect(await room.ask(goes, `mutation ($id: ID!) { completeProject(consortiumId: $id) { ${SHOWN} } }`, { id })).toMatchObject({ state: 'COMPLETED' });
    await room.clock.set(new Date('2018-09-01T10:00:00Z'));
    expect((await ofCall(agency)).nodes.map(({ state }) => state)).toEqual(['DUE', 'DUE', 'DUE']);
    expect(await publish(goes, results[0]!.id)).toMatchObject({ state: 'PUBLISHED', url: 'https://results.example/guide' });
    await room.clock.set(new Date('2018-09-30T22:00:00Z'));
    expect((await ofCall(agency, '[OVERDUE]')).nodes).toMatchObject([{ project: 'Formed', state: 'OVERDUE', lead: { id: 'gemeente-goes' } }, { state: 'OVERDUE' }]);
    expect((await ofCall(stranger)).nodes).toMatchObject([{ title: 'Guide', state: 'PUBLISHED' }]);
    expect(await publish(agency, results[1]!.id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await stateOf(id)).toBe('COMPLETED');
    expect(await publish(goes, results[2]!.id)).toMatchObject({ state: 'PUBLISHED' });
    expect(await stateOf(id)).toBe('RESULTS_PUBLISHED');
    expect(await promise(goes, id, 'One more')).toMatchObject({ code: 'CONFLICT' });
    await room.clock.set(new Date('2018-05-01T08:00:00Z'));
  });

  it('are promised and moved by the lead’s people, with the reason kept, and published by them or the publisher', async () => {
    const id = await running();
    expect(await promise(stranger, id, 'X')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await promise(goes, id, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    const result = await promise(goes, id, 'Guide');
    expect(await publish(stranger, result.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await move(agency, result, '2018-12-31')).toMatchObject({ code: 'FORBIDDEN' });
    const moved = await move(goes, result, '2018-12-31');
    expect(moved).toMatchObject({ dueOn: '2018-12-31', version: 2, state: 'PLANNED' });
    expect(await move(goes, result, '2019-01-31')).toMatchObject({ code: 'CONFLICT' });
    expect(await publish(goes, result.id, 'javascript:alert(1)')).toMatchObject({ code: 'BAD_USER_INPUT' });
    await publish(goes, result.id);
    expect(await move(goes, { ...moved, version: 3 }, '2019-01-31')).toMatchObject({ code: 'CONFLICT' });
    const { history } = await room.ask<{ history: object[] }>(goes, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { results { title } history { kind action details { name value } } } } }`, { id });
    expect(history).toEqual(expect.arrayContaining([{ kind: 'RESULT', action: 'MOVE', details: expect.arrayContaining([{ name: 'reason', value: 'Tests take longer.' }]) }]));
    expect(await room.ask(goes, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { results { title state } } } }`, { id })).toEqual({ results: [{ title: 'Guide', state: 'PUBLISHED' }] });
  });

  it('become public once each, and end the duties once, however many publish at once', async () => {
    const id = await running();
    const results = await Promise.all(['A', 'B', 'C', 'D'].map((title) => promise(goes, id, title)));
    await room.ask(goes, `mutation ($id: ID!) { completeProject(consortiumId: $id) { ${SHOWN} } }`, { id });
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => publish(goes, results[i % 4]!.id)));
    expect(answers.filter(({ state }) => state === 'PUBLISHED')).toHaveLength(4);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(12);
    expect(await stateOf(id)).toBe('RESULTS_PUBLISHED');
  });
});
