import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { decide, draft, submit, submitted, withdraw, type ExpressionAnswer } from '../testing/expressions.js';
import { partnershipsRoom, type PartnershipsRoom } from '../testing/partnerships-room.js';

const AT_ONCE = 16;
const ROUNDS = 4;
const CLOSES = new Date('2023-10-14T22:00:00Z').getTime();

let room: PartnershipsRoom;
let officers: readonly Viewer[];

beforeAll(async () => {
  room = await partnershipsRoom(new Date('2023-10-13T08:00:00Z'));
  officers = [await room.viewer('europa-wse', 'PROGRAMME_OFFICER'), await room.viewer('europa-wse', 'PROGRAMME_OFFICER')];
});
afterAll(() => room.close());
beforeEach(async () => {
  await room.clock.set(new Date('2023-10-13T08:00:00Z'));
  await room.database.query(`UPDATE expressions SET state = 'WITHDRAWN'`);
});

const atOnce = <T>(ask: (i: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: AT_ONCE }, (_, i) => ask(i)));
const others = (answers: readonly ExpressionAnswer[]): string[] => [...new Set(answers.flatMap(({ code }) => code ?? []))];

describe('at the same time', () => {
  it('one lead expresses its interest once', async () => {
    const lead = await room.viewer('vives', 'MEMBER', 'REPRESENTATIVE');
    for (let round = 0; round < ROUNDS; round += 1) {
      const answers = await atOnce(() => draft(room, lead, 'vives'));
      const made = answers.filter(({ state }) => state === 'DRAFT');
      expect(made).toHaveLength(1);
      expect(others(answers)).toEqual(['CONFLICT']);
      expect(answers.find(({ code }) => code !== undefined)).toMatchObject({ now: 'DRAFT' });
      await withdraw(room, lead, made[0]!.id);
    }
  });

  it('a draft is submitted once', async () => {
    const lead = await room.viewer('vives', 'MEMBER', 'REPRESENTATIVE');
    const { id } = await draft(room, lead, 'vives');
    const answers = await atOnce(() => submit(room, lead, id));
    expect(answers.filter(({ state }) => state === 'SUBMITTED')).toHaveLength(1);
    expect(answers.filter(({ now }) => now === 'SUBMITTED')).toHaveLength(AT_ONCE - 1);
    expect(await room.database.query('SELECT version FROM expression_versions WHERE expression_id = $1', [id])).toEqual([{ version: 1 }]);
  });

  it('either it is withdrawn or it is put on the shortlist', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await room.clock.set(new Date('2023-10-13T08:00:00Z'));
      const { id, lead } = await submitted(room, 'stad-gent');
      await room.clock.set(new Date('2023-10-16T07:00:00Z'));
      const answers = await atOnce((i) => (i % 2 === 0 ? withdraw(room, lead, id) : decide(room, officers[i % 4 === 1 ? 0 : 1]!, id, 'SHORTLIST')));
      const won = answers.filter(({ code }) => code === undefined);
      expect(won).toHaveLength(1);
      expect(answers.filter(({ code, now }) => code === 'CONFLICT' && now === won[0]?.state)).toHaveLength(AT_ONCE - 1);
      await room.database.query(`UPDATE expressions SET state = 'WITHDRAWN'`);
    }
  });

  it('two officers decide once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await room.clock.set(new Date('2023-10-13T08:00:00Z'));
      const { id, consortiumId } = await submitted(room, 'stad-brugge');
      await room.clock.set(new Date('2023-10-16T07:00:00Z'));
      await decide(room, officers[0]!, id, 'SHORTLIST');
      const answers = await atOnce((i) => decide(room, officers[i % 2]!, id, i % 3 === 0 ? 'RECOMMEND' : 'NOT_RECOMMEND', `Reden ${i}`));
      const won = answers.filter(({ code }) => code === undefined);
      expect(won).toHaveLength(1);
      expect(answers.filter(({ code, now }) => code === 'CONFLICT' && now === won[0]?.state)).toHaveLength(AT_ONCE - 1);
      const decisions = await room.database.query<unknown[]>(
        `SELECT FROM audit_entries WHERE subject_id = ANY($1) AND action IN ('RECOMMEND', 'NOT_RECOMMEND')`, [[id, consortiumId]]);
      expect(decisions).toHaveLength(2);
      await room.database.query(`UPDATE expressions SET state = 'WITHDRAWN'`);
    }
  });
});

describe('around the close', () => {
  it('what came before it is in, what came at it or after it is not, and each late one is noted', async () => {
    const leads = [];
    for (const code of ['vives', 'stad-gent', 'stad-brugge', 'stad-mechelen', 'avise', 'genio', 'rethink-ireland', 'inkludera-se']) {
      const lead = await room.viewer(code, 'MEMBER', 'REPRESENTATIVE');
      leads.push({ lead, id: (await draft(room, lead, code)).id });
    }
    await room.clock.set(new Date(CLOSES - 1500));
    const answers: ExpressionAnswer[] = [];
    // Each lead submits over and over until the gate is closed for all: the close falls among the submissions.
    await Promise.all(leads.map(async ({ lead, id }) => {
      for (let late = 0; late < 3; ) {
        const answer = await submit(room, lead, id);
        answers.push(answer);
        if (answer.code === 'DEADLINE_PASSED') late += 1;
        else if (answer.state === 'SUBMITTED') await withdrawAndRenew(id);
      }
    }));
    const kept = await room.database.query<{ at: Date }[]>('SELECT v.submitted_at AS at FROM expression_versions v JOIN expressions e ON e.id = v.expression_id WHERE e.id = ANY($1)', [leads.map(({ id }) => id)]);
    expect(kept).not.toHaveLength(0);
    for (const { at } of kept) expect(at.getTime()).toBeLessThan(CLOSES);
    expect(others(answers)).toEqual(['DEADLINE_PASSED']);
    const attempts = await room.database.query<{ at: Date }[]>('SELECT attempted_at AS at FROM expression_attempts');
    expect(attempts).toHaveLength(leads.length * 3);
    for (const { at } of attempts) expect(at.getTime()).toBeGreaterThanOrEqual(CLOSES);
  });

  /** The same row as a draft of the next version again, as a test may and nobody else. */
  const withdrawAndRenew = (id: string): Promise<unknown> =>
    room.database.query(`UPDATE expressions SET state = 'DRAFT', submitted_at = NULL, version = version + 1 WHERE id = $1`, [id]);
});
