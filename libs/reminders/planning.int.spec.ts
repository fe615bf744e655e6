import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { MailProcessor } from '#libs/mail';
import { DemoClock } from './demo-clock.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room, type LedgerRow } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

const subscribe = (viewer: Viewer, callId: string, trackId: string | null = null) =>
  room.get(SubscriptionsService).subscribe(viewer, { callId, trackId });
const plan = (): Promise<void> => room.get(RemindersProcessor).process({});
const tick = (): Promise<void> => room.get(RemindersProcessor).process({ name: 'tick' });
const advance = (to: string): Promise<void> => room.get(DemoClock).advance(new Date(to));

/** The ledger in short: 'P1D 2023-11-29T08:00Z DUE'. */
const short = (rows: readonly LedgerRow[]): string[] =>
  rows.map(({ offset, at, state, reason }) => `${offset} ${at} ${state}${reason === null ? '' : ` (${reason})`}`);
const waiting = (rows: readonly LedgerRow[]): string[] => short(rows.filter(({ state }) => state === 'DUE'));

async function setRules(kind: string, ...offsets: string[]): Promise<void> {
  await room.database.query('DELETE FROM reminder_rules WHERE milestone_kind = $1', [kind]);
  for (const [position, offset] of offsets.entries()) {
    await room.database.query(`INSERT INTO reminder_rules VALUES ($1, 'FOLLOWERS', $2, NULL, $3)`, [kind, offset, position]);
  }
}

describe('the plan of a date', () => {
  it('keeps to local mornings across the clock change (scenario 11)', async () => {
    await setRules('SUBMISSION', 'P49D', 'P30D', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    expect(short(await room.ledger())).toEqual([
      'P49D 2023-10-12T07:00Z DUE',
      'P30D 2023-10-31T08:00Z DUE',
      'P1D 2023-11-29T08:00Z DUE',
    ]);
  });

  it('has one mail where the last working day is the day before (scenario 11)', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
    await subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    expect(short(await room.ledger())).toEqual([
      'P21D 2023-09-23T07:00Z DUE',
      'P7D 2023-10-07T07:00Z DUE',
      'P2D 2023-10-12T07:00Z DUE',
      'P1D 2023-10-13T07:00Z DUE',
    ]);
  });

  it('waits for the morning in the reader’s zone, and follows a reader who moves', async () => {
    await setRules('SUBMISSION', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await room.database.query(`UPDATE people SET zone = 'America/New_York'`); // 08:00Z is three in the night there
    await plan();
    expect(short(await room.ledger())).toEqual(['P1D 2023-11-29T12:00Z DUE']);
  });

  it('has no reminders while the date is vague', async () => {
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-H2');
    await subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toEqual([]);
    await room.move(submission, '2023-11-30');
    await plan();
    expect(waiting(await room.ledger())[0]).toBe('MOVED 2023-09-04T07:00Z DUE');
    expect(await room.ledger()).toHaveLength(8);
  });

  it('tells a body’s officers alone what the body has to do', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
    await room.milestone(track, 'RECOMMENDATION', '2023-10-16');
    await setRules('EXPRESSION_OF_INTEREST', 'P7D');
    const officer = await room.person('Officer');
    await room.database.query(`INSERT INTO roles VALUES ($1, 'PROGRAMME_OFFICER', $2)`, [officer.personId, track.bodyId]);
    await subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    await plan(); // the officer follows nothing
    const rows = await room.ledger();
    expect(new Set(rows.map(({ person, subject }) => `${person} ${subject}`))).toEqual(
      new Set(['Ann NCC-2023-VL/expression-of-interest', 'Officer NCC-2023-VL/recommendation']),
    );
    expect(short(rows.filter(({ subject }) => subject.endsWith('recommendation')))).toEqual([
      'P5D 2023-10-11T07:00Z DUE',
      'PRECEDING_CLOSES 2023-10-15T05:00Z DUE', // it closes at midnight; the mail waits for seven in the morning
      'P1D 2023-10-15T07:00Z DUE',
    ]);
    await advance('2023-10-12T00:00:00Z');
    const [mail] = (await room.mails()).filter(({ to }) => to?.[0]?.name === 'Officer');
    expect(mail?.text).toContain('because you are a programme officer of this body');
    expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
  });

  it('is a notice of its own when a vague date becomes exact', async () => {
    const call = await room.call('ESF-NL');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-H2');
    await subscribe(ann, 'ESF-NL');
    await room.move(submission, '2023-11-30');
    await advance('2023-09-05T00:00:00Z');
    const [mail] = await room.mails();
    expect(mail?.subject).toBe('Exact date: submission of proposals – Call ESF-NL');
    expect(mail?.text).toContain('It was: second half of 2023 (exact date to follow). It is now: Thursday 30 November 2023');
  });
});

describe('a tick', () => {
  it('plans what has changed, whoever changed it, and nothing else', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await tick();
    const changes = async (change: Promise<unknown>): Promise<string[]> => {
      const before = await room.ledger();
      await change;
      await tick();
      expect(await room.database.query('SELECT FROM reminder_changes')).toEqual([]);
      const known = new Set(before.map((row) => JSON.stringify(row)));
      return short((await room.ledger()).filter((row) => !known.has(JSON.stringify(row))));
    };
    expect(await changes(Promise.resolve())).toEqual([]);
    expect(await changes(room.milestone(track, 'RECOMMENDATION', '2023-10-16'))).toEqual([]);
    const officer = await room.person('Officer');
    const appointed = room.database.query(`INSERT INTO roles VALUES ($1, 'PROGRAMME_OFFICER', $2)`, [officer.personId, track.bodyId]);
    expect(await changes(appointed)).toEqual(['P5D 2023-10-11T07:00Z DUE', 'P1D 2023-10-15T07:00Z DUE']);
    expect(await changes(setRules('SUBMISSION', 'P1D'))).toHaveLength(6); // the others are no longer planned
    const westwards = room.database.query(`UPDATE people SET zone = 'America/New_York' WHERE id = $1`, [ann.personId]);
    expect(await changes(westwards)).toEqual(['P1D 2023-11-29T12:00Z DUE']);
    expect(await changes(room.move(submission, '2023-12-14T17:00'))).toEqual([
      'MOVED 2023-09-04T11:00Z DUE', 'P1D 2023-11-29T12:00Z SKIPPED (moved)', 'P1D 2023-12-13T12:00Z DUE',
    ]);
    expect(await changes(room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [submission]))).toHaveLength(2);
  });
});

describe('followers', () => {
  it('get one mail for a date, however many subscriptions cover it', async () => {
    const call = await room.call('NCC-2023');
    await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    await subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toHaveLength(7);
  });

  it('of a call hear nothing of its tracks', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(track, 'EVENT', '2023-09-18');
    await subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toEqual([]);
  });

  it('who stop get nothing more, and who come back get what is still ahead', async () => {
    await setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    const { id } = await subscribe(ann, 'NCC-2023');
    await room.get(SubscriptionsService).unsubscribe(ann, id);
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SKIPPED (unsubscribed)',
      'P1D 2023-11-29T08:00Z SKIPPED (unsubscribed)',
    ]);
    await room.setClock('2023-11-24T12:00:00Z');
    await subscribe(ann, 'NCC-2023');
    expect(waiting(await room.ledger())).toEqual(['NOW_OPEN 2023-11-24T12:00Z DUE', 'P1D 2023-11-29T08:00Z DUE']);
  });

  it('who come late are told once that it is open, and get no old reminders', async () => {
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.setClock('2023-11-20T21:30:00Z');
    await subscribe(ann, 'NCC-2023');
    const planned = [
      'NOW_OPEN 2023-11-21T06:00Z DUE',
      'P7D 2023-11-23T08:00Z DUE',
      'P3D 2023-11-27T08:00Z DUE',
      'P1D 2023-11-29T08:00Z DUE',
      'PT4H 2023-11-30T12:00Z DUE',
    ];
    expect(short(await room.ledger())).toEqual(planned);
    await plan();
    expect(short(await room.ledger())).toEqual(planned);
  });

  it('are told so when it opens, and not before', async () => {
    await setRules('OPENING');
    await setRules('SUBMISSION', 'P60D');
    const call = await room.call('SHORT');
    await room.milestone(call, 'OPENING', '2023-09-14');
    await room.milestone(call, 'SUBMISSION', '2023-10-16T17:00');
    await subscribe(ann, 'SHORT');
    expect(await room.ledger()).toEqual([]);
    await advance('2023-09-20T00:00:00Z');
    expect(short(await room.ledger())).toEqual(['NOW_OPEN 2023-09-14T05:00Z SENT']);
  });
});

describe('a date that moves', () => {
  /** NCC-2020 (VP/2020/010): 15 October, then 16 November, then 30 November 2020. */
  it('takes back what is not sent and plans anew, with one notice a move (scenario 3)', async () => {
    await setRules('SUBMISSION', 'P14D', 'P7D', 'P1D');
    await room.setClock('2020-09-01T07:00:00Z');
    const call = await room.call('NCC-2020');
    const submission = await room.milestone(call, 'SUBMISSION', '2020-10-15');
    await subscribe(ann, 'NCC-2020');
    await advance('2020-10-09T10:00:00Z');
    await room.move(submission, '2020-11-16');
    await advance('2020-10-20T10:00:00Z');
    await room.move(submission, '2020-11-30');
    await advance('2020-12-02T00:00:00Z');
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
    await setRules('SUBMISSION', 'P1D', 'PT4H');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await advance('2023-11-29T09:00:00Z');
    await room.move(submission, '2023-11-30T20:00');
    await advance('2023-12-01T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P1D 2023-11-29T08:00Z SENT',
      'MOVED 2023-11-29T09:00Z SENT',
      'PT4H 2023-11-30T12:00Z SKIPPED (moved)',
      'PT4H 2023-11-30T15:00Z SENT',
    ]);
  });

  it('there and back again leaves one plan and no mail, whether or not anybody planned in between', async () => {
    await setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await advance('2023-11-23T09:00:00Z');
    for (let back = 0; back < 10; back += 1) {
      await room.move(submission, '2023-12-15T17:00');
      await room.move(submission, '2023-11-30T17:00');
    }
    await advance('2023-12-20T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SENT',
      'MOVED 2023-11-23T09:00Z SKIPPED (moved back)',
      'P1D 2023-11-29T08:00Z SKIPPED (moved)',
      'P1D 2023-11-29T08:00Z SENT',
    ]);
  });

  it('minutes before a reminder, or is withdrawn, lets the old one not go, even before anybody plans', async () => {
    await setRules('SUBMISSION', 'P1D');
    const call = await room.call('NCC-2023');
    const other = await room.call('OTHER');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    const withdrawn = await room.milestone(other, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await subscribe(ann, 'OTHER');
    await room.setClock('2023-11-29T07:55:00Z');
    await room.move(submission, '2024-01-11T17:00');
    await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [withdrawn]);
    await room.setClock('2023-11-29T08:00:00Z');
    await room.get(MailProcessor).process();
    expect(short(await room.ledger())).toEqual([
      'P1D 2023-11-29T08:00Z SKIPPED (moved)',
      'P1D 2023-11-29T08:00Z SKIPPED (milestone withdrawn)',
    ]);
    await plan();
    expect(waiting(await room.ledger())).toEqual(['MOVED 2023-11-29T07:55Z DUE', 'P1D 2024-01-10T08:00Z DUE']);
    expect(await room.mails()).toEqual([]);
  });

  it('withdraws waiting reminders of a withdrawn date, and of a rule that is gone', async () => {
    await setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await subscribe(ann, 'NCC-2023');
    await setRules('SUBMISSION', 'P1D');
    await plan();
    await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [submission]);
    await plan();
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SKIPPED (no longer planned)',
      'P1D 2023-11-29T08:00Z SKIPPED (milestone withdrawn)',
    ]);
  });
});

describe('after a standstill', () => {
  it('only the newest reminder of a date is sent, and none after the date', async () => {
    const call = await room.call('NCC-2023');
    const other = await room.call('OTHER');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.milestone(other, 'SUBMISSION', '2023-11-28T17:00');
    await subscribe(ann, 'NCC-2023');
    await subscribe(ann, 'OTHER');
    await room.setClock('2023-11-29T10:00:00Z');
    await plan();
    await room.get(MailProcessor).process();
    const rows = (await room.ledger()).filter(({ state }) => state !== 'DUE');
    expect(rows.filter(({ state }) => state === 'SENT').map(({ subject, offset }) => `${subject} ${offset}`)).toEqual(['NCC-2023/submission P1D']);
    expect(new Set(rows.filter(({ subject }) => subject === 'OTHER/submission').map(({ reason }) => reason))).toEqual(new Set(['too late']));
    expect((await room.mails()).map(({ subject }) => subject)).toEqual(['Tomorrow: submission of proposals – Call NCC-2023']);
  });
});
