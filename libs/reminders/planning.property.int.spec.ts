import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Viewer } from '#libs/accounts';
import { parseWallTime, planReminders } from '#libs/calendar';
import { DemoClock } from './demo-clock.service.js';
import { PlanningService } from './planning.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

const START = Date.parse('2023-09-04T07:00:00Z');
const HOUR = 3_600_000;
const OFFSETS = ['P14D', 'P7D', 'P1D', 'PT4H'];
const RUNS = 15;

type Step =
  | { readonly do: 'follow' | 'stop' | 'withdraw' | 'reinstate' }
  | { readonly do: 'move'; readonly local: string }
  | { readonly do: 'wait'; readonly hours: number };

/** Wednesdays and Thursdays, so that no last working day comes in. */
const date = fc.constantFrom('2023-09-27', '2023-10-18', '2023-11-29', '2023-11-30T17:00', '2023-11-30T11:00', '2023-12-21');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constantFrom('follow', 'stop', 'withdraw', 'reinstate') }),
  fc.record({ do: fc.constant('move'), local: date }),
  fc.record({ do: fc.constant('wait'), hours: fc.integer({ min: 1, max: 600 }) }),
);

describe('the plan, whatever happens to the date and its follower', () => {
  let room: Room;
  let ann: Viewer;
  let milestone: string;
  let subscription: string | undefined;

  beforeAll(async () => {
    room = await Room.open(new Date(START).toISOString());
    ann = await room.person('Ann');
    await room.database.query('DELETE FROM reminder_rules');
    for (const [i, offset] of OFFSETS.entries()) {
      await room.database.query(`INSERT INTO reminder_rules VALUES ('SUBMISSION', 'FOLLOWERS', $1, NULL, $2)`, [offset, i]);
    }
  });
  afterAll(() => room.close());

  async function take(move: Step): Promise<void> {
    const subscriptions = room.get(SubscriptionsService);
    switch (move.do) {
      case 'follow':
        ({ id: subscription } = await subscriptions.subscribe(ann, { callId: 'CALL' }));
        break;
      case 'stop':
        if (subscription !== undefined) await subscriptions.unsubscribe(ann, subscription);
        subscription = undefined;
        break;
      case 'withdraw':
      case 'reinstate':
        await room.database.query(
          'UPDATE milestones SET withdrawn_at = CASE WHEN $2 THEN verbond_now() END WHERE id = $1',
          [milestone, move.do === 'withdraw'],
        );
        break;
      case 'move':
        await room.move(milestone, move.local);
        break;
      case 'wait': {
        const [row] = await room.database.query<{ now: Date }[]>('SELECT verbond_now() AS now');
        await room.get(DemoClock).advance(new Date(row!.now.getTime() + move.hours * HOUR));
      }
    }
    await room.get(PlanningService).tick();
  }

  /** What should wait now: every planned instant ahead of a date that is followed, less what was told for that day before. */
  async function expected(): Promise<string[]> {
    const [state] = await room.database.query<{ local: string; revision: number; withdrawn: boolean; now: Date }[]>(
      'SELECT local, revision, withdrawn_at IS NOT NULL AS withdrawn, verbond_now() AS now FROM milestones WHERE id = $1',
      [milestone],
    );
    const { local, revision, withdrawn, now } = state!;
    if (subscription === undefined || withdrawn) return [];
    const told = await room.database.query<{ offset: string }[]>(
      `SELECT x."offset" FROM messages x JOIN milestone_revisions r ON (r.milestone_id, r.revision) = (x.subject_id, x.revision)
       WHERE x.state = 'SENT' AND left(r.local, 10) = $1`,
      [local.slice(0, 10)],
    );
    return planReminders(parseWallTime(local, 'Europe/Brussels'), OFFSETS.map((offset) => ({ offset })))
      .filter(({ at, offset }) => at > now && !told.some((one) => one.offset === offset))
      .map(({ offset, at }) => `${revision} ${offset} ${at.toISOString().slice(0, 16)}Z`);
  }

  it('has exactly what is planned waiting, and has sent each message once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
        await room.database.query('DELETE FROM messages; DELETE FROM calls');
        await room.setClock(new Date(START).toISOString());
        milestone = await room.milestone(await room.call('CALL'), 'SUBMISSION', '2023-11-30T17:00');
        subscription = undefined;
        const before = (await room.mails()).length;
        await take({ do: 'follow' });
        for (const one of steps) {
          await take(one);
          const rows = await room.ledger();
          const notices = ['NOW_OPEN', 'MOVED'];
          const waiting = rows.filter(({ state, offset }) => state === 'DUE' && !notices.includes(offset));
          expect(waiting.map(({ revision, offset, at }) => `${revision} ${offset} ${at}`)).toEqual(await expected());
        }
        await take({ do: 'wait', hours: 1 });
        const sent = (await room.ledger()).filter(({ state }) => state === 'SENT');
        expect((await room.mails()).length - before).toBe(sent.length);
      }),
      { numRuns: RUNS },
    );
  });
});
