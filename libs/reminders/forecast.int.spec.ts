import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { DemoClock } from './demo-clock.service.js';
import { ForecastService } from './forecast.service.js';
import { RemindersService } from './reminders.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  const call = await room.call('NCC-2023');
  const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
  await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
  await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
  ann = await room.person('Ann');
  await room.get(SubscriptionsService).subscribe(ann, { callId: 'NCC-2023', trackId: 'NCC-2023-VL' });
});
afterAll(() => room.close());

const forecast = async (at: string): Promise<string[]> =>
  (await room.get(ForecastService).remindersAt(new Date(at))).due.map(({ person, subject, offset, at: due, decision, reason }) => {
    expect(person).toBe(ann.personId);
    return `${due.toISOString()} ${subject} ${offset} ${decision}${reason === null ? '' : `: ${reason}`}`;
  });

describe('what would be sent at an instant', () => {
  it('names each reminder that is due by then, with the decision', async () => {
    expect(await forecast('2023-09-23T06:59:59Z')).toEqual([]);
    expect(await forecast('2023-10-13T07:00:00Z')).toEqual([
      '2023-09-23T07:00:00.000Z NCC-2023-VL/expression-of-interest P21D skip: a later reminder is due',
      '2023-10-01T07:00:00.000Z NCC-2023/submission P60D send',
      '2023-10-07T07:00:00.000Z NCC-2023-VL/expression-of-interest P7D skip: a later reminder is due',
      '2023-10-12T07:00:00.000Z NCC-2023-VL/expression-of-interest P2D skip: a later reminder is due',
      '2023-10-13T07:00:00.000Z NCC-2023-VL/expression-of-interest P1D send',
      '2023-10-13T07:00:00.000Z NCC-2023-VL/expression-of-interest LAST_WORKING_DAY skip: falls together with P1D: one mail',
    ]);
  });

  it('names nothing of a date that has passed, and changes nothing', async () => {
    const before = await room.ledger();
    expect((await forecast('2023-10-15T00:00:00Z')).filter((line) => line.includes('expression'))).toEqual([]);
    expect(await room.ledger()).toEqual(before);
  });

  it('tells what has become of those that were due already', async () => {
    await room.get(DemoClock).advance(new Date('2023-10-02T00:00:00Z'));
    expect((await forecast('2023-10-02T00:00:00Z')).map((line) => line.slice(25))).toEqual([
      'NCC-2023-VL/expression-of-interest P21D sent',
      'NCC-2023/submission P60D sent',
    ]);
  });
});

describe('one’s own reminders', () => {
  it('are listed page by page, the latest first', async () => {
    const reminders = room.get(RemindersService);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await reminders.ofViewer(ann, { first: 4, after });
      seen.push(...page.nodes.map(({ subject, offset, state }) => `${subject} ${offset} ${state}`));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    expect(seen[0]).toBe('NCC-2023/submission PT4H DUE');
    expect(seen.at(-1)).toBe('NCC-2023-VL/expression-of-interest P21D SENT');
  });
});
