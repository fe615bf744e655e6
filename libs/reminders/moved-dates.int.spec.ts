import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { MailProcessor } from '#libs/mail';
import { Room, short, waiting } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

describe('a date that moves', () => {
  /** NCC-2020 (VP/2020/010): 15 October, then 16 November, then 30 November 2020. */
  it('takes back what is not sent and plans anew, with one notice a move (scenario 3)', async () => {
    await room.setRules('SUBMISSION', 'P14D', 'P7D', 'P1D');
    await room.setClock('2020-09-01T07:00:00Z');
    const call = await room.call('NCC-2020');
    const submission = await room.milestone(call, 'SUBMISSION', '2020-10-15');
    await room.subscribe(ann, 'NCC-2020');
    await room.advance('2020-10-09T10:00:00Z');
    await room.move(submission, '2020-11-16');
    await room.advance('2020-10-20T10:00:00Z');
    await room.move(submission, '2020-11-30');
    await room.advance('2020-12-02T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P14D 2020-10-01T07:00Z SENT',
      'P7D 2020-10-08T07:00Z SENT',
      'MOVED 2020-10-09T10:00Z SENT',
      'P1D 2020-10-14T07:00Z SKIPPED (moved)',
      'MOVED 2020-10-20T10:00Z SENT',
      'P14D 2020-11-02T08:00Z SKIPPED (moved)',
      'P7D 2020-11-09T08:00Z SKIPPED (moved)',
      'P1D 2020-11-15T08:00Z SKIPPED (moved)',
      'P14D 2020-11-16T08:00Z SENT',
      'P7D 2020-11-23T08:00Z SENT',
      'P1D 2020-11-29T08:00Z SENT',
    ]);
    const moves = (await room.mails()).map(({ text }) => /It was: (.+?), until .+? now: (.+?), until/.exec(text ?? '')?.slice(1));
    expect(moves.filter((move) => move !== undefined)).toEqual([
      ['Thursday 15 October 2020', 'Monday 16 November 2020'],
      ['Monday 16 November 2020', 'Monday 30 November 2020'],
    ]);
  });

  it('by hours alone is told, but a reminder of the same day is not sent twice', async () => {
    await room.setRules('SUBMISSION', 'P1D', 'PT4H');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.advance('2023-11-29T09:00:00Z');
    await room.move(submission, '2023-11-30T20:00');
    await room.advance('2023-12-01T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P1D 2023-11-29T08:00Z SENT',
      'MOVED 2023-11-29T09:00Z SENT',
      'PT4H 2023-11-30T12:00Z SKIPPED (moved)',
      'PT4H 2023-11-30T15:00Z SENT',
    ]);
  });

  it('there and back again leaves one plan and no mail, whether or not anybody planned in between', async () => {
    await room.setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.advance('2023-11-23T09:00:00Z');
    for (let back = 0; back < 10; back += 1) {
      await room.move(submission, '2023-12-15T17:00');
      await room.move(submission, '2023-11-30T17:00');
    }
    await room.advance('2023-12-20T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SENT',
      'MOVED 2023-11-23T09:00Z SKIPPED (moved back)',
      'P1D 2023-11-29T08:00Z SKIPPED (moved)',
      'P1D 2023-11-29T08:00Z SENT',
    ]);
  });

  it('minutes before a reminder, or is withdrawn, lets the old one not go, even before anybody plans', async () => {
    await room.setRules('SUBMISSION', 'P1D');
    const call = await room.call('NCC-2023');
    const other = await room.call('OTHER');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    const withdrawn = await room.milestone(other, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.subscribe(ann, 'OTHER');
    await room.setClock('2023-11-29T07:55:00Z');
    await room.move(submission, '2024-01-11T17:00');
    await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [withdrawn]);
    await room.setClock('2023-11-29T08:00:00Z');
    await room.get(MailProcessor).process();
    expect(short(await room.ledger())).toEqual([
      'P1D 2023-11-29T08:00Z SKIPPED (moved)',
      'P1D 2023-11-29T08:00Z SKIPPED (milestone withdrawn)',
    ]);
    await room.plan();
    expect(waiting(await room.ledger())).toEqual(['MOVED 2023-11-29T07:55Z DUE', 'P1D 2024-01-10T08:00Z DUE']);
    expect(await room.mails()).toEqual([]);
  });

  it('withdraws waiting reminders of a withdrawn date, and of a rule that is gone', async () => {
    await room.setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.setRules('SUBMISSION', 'P1D');
    await room.plan();
    await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [submission]);
    await room.plan();
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SKIPPED (no longer planned)',
      'P1D 2023-11-29T08:00Z SKIPPED (milestone withdrawn)',
    ]);
  });
});
