import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { formedConsortium } from '../testing/formed-consortium.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

type Somebody = Viewer & { personId: string };

interface Shown {
  readonly code?: string;
  readonly version: number;
  readonly screening: object | null;
}

let room: PartnershipsRoom;
let brugge: Somebody;
let consortiumId: string;
let ideaId: string;

const SCREENING = 'version screening { outcome version overruled { found outcome reason } }';

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2016-03-01T08:00:00Z'));
  brugge = await room.viewer('stad-brugge', 'MEMBER', 'REPRESENTATIVE');
  consortiumId = await formedConsortium(room, brugge, '2SEAS-SO13', ['stad-brugge']);
  const { idea } = await room.ask<{ idea: { id: string } }>(brugge, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { idea { id } } } }`, { id: consortiumId });
  ideaId = idea.id;
});
afterAll(() => room.close());

const answer = (version: number, screening: string): Promise<Shown> =>
  room.ask(brugge, `mutation ($id: ID!, $version: Int!) { changeIdea(id: $id, version: $version, changes: { screening: ${screening} }) { ... on Idea { ${SCREENING} } ... on Failure { code } } }`, { id: ideaId, version });
const overrule = (viewer: Viewer, reason: string): Promise<Shown> =>
  room.ask(viewer, `mutation ($id: ID!, $reason: String!) { overruleScreening(id: $id, outcome: INNOVATIVE, reason: $reason) { ... on Idea { ${SCREENING} } ... on Failure { code } } }`, { id: ideaId, reason });
const verdict = async (): Promise<string | undefined> => {
  const { check } = await room.ask<{ check: { rules: { id: string; verdict: string }[] } }>(
    brugge, `query ($id: ID!) { consortium(id: $id) { ... on Consortium { check { rules { id verdict } } } } }`, { id: consortiumId },
  );
  return check.rules.find(({ id }) => id === 'not-classical-inclusion')?.verdict;
};

describe('a classical inclusion project: scenario 7', () => {
  it('is NOT_MET by its answers, until a person overrules them with a reason', async () => {
    expect(await overrule(brugge, 'Because.')).toMatchObject({ code: 'BAD_USER_INPUT' });
    const answered = await answer(1, '{ need: "More places in an existing job club." }');
    expect(answered.screening).toMatchObject({ outcome: 'CLASSICAL', overruled: null });
    expect(await verdict()).toBe('NOT_MET');
    expect(await overrule(brugge, ' ')).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await overrule(await room.viewer('stad-brugge', 'MEMBER'), 'Because.')).toMatchObject({ code: 'FORBIDDEN' });
    const overruled = { found: 'CLASSICAL', outcome: 'INNOVATIVE', reason: 'The club is run by its members.' };
    expect((await overrule(brugge, 'The club is run by its members.')).screening).toMatchObject({ outcome: 'CLASSICAL', overruled });
    expect(await verdict()).toBe('MET');
    const [entry] = await room.database.query<object[]>(
      `SELECT role, facts FROM audit_entries WHERE subject_kind = 'IDEA' AND subject_id = $1 AND action = 'OVERRULE_SCREENING'`,
      [ideaId],
    );
    expect(entry).toEqual({ role: 'REPRESENTATIVE', facts: { ...overruled, questions: 1 } });
  });

  it('is judged by its answers again once they are others', async () => {
    const { version } = await overrule(brugge, 'Once more.');
    expect((await answer(version, '{ need: "Other words." }')).screening).toMatchObject({ outcome: 'CLASSICAL', overruled: null });
    expect(await verdict()).toBe('NOT_MET');
  });
});
