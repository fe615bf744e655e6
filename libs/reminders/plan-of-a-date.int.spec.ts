import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { Room, short, waiting } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

describe('the plan of a date', () => {
  it('keeps to local mornings across the clock change (scenario 11)', async () => {
    await room.setRules('SUBMISSION', 'P49D', 'P30D', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
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
    await room.subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    expect(short(await room.ledger())).toEqual([
      'P21D 2023-09-23T07:00Z DUE',
      'P7D 2023-10-07T07:00Z DUE',
      'P2D 2023-10-12T07:00Z DUE',
      'P1D 2023-10-13T07:00Z DUE',
    ]);
  });

  it('waits for the morning in the reader’s zone, and follows a reader who moves', async () => {
    await room.setRules('SUBMISSION', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.database.query(`UPDATE people SET zone = 'America/New_York'`); // 08:00Z is three in the night there
    await room.plan();
    expect(short(await room.ledger())).toEqual(['P1D 2023-11-29T12:00Z DUE']);
  });

  it('has no reminders while the date is vague', async () => {
    const call = await room.call('NCC-2023');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-H2');
    await room.subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toEqual([]);
    await room.move(submission, '2023-11-30');
    await room.plan();
    expect(waiting(await room.ledger())[0]).toBe('MOVED 2023-09-04T07:00Z DUE');
    expect(await room.ledger()).toHaveLength(8);
  });

  it('tells a body’s officers alone what the body has to do', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
    await room.milestone(track, 'RECOMMENDATION', '2023-10-16');
    await room.setRules('EXPRESSION_OF_INTEREST', 'P7D');
    const officer = await room.person('Officer');
    await room.database.query(`INSERT INTO roles VALUES ($1, 'PROGRAMME_OFFICER', $2)`, [officer.personId, track.bodyId]);
    await room.subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    await room.plan(); // the officer follows nothing
    const rows = await room.ledger();
    expect(new Set(rows.map(({ person, subject }) => `${person} ${subject}`))).toEqual(
      new Set(['Ann NCC-2023-VL/expression-of-interest', 'Officer NCC-2023-VL/recommendation']),
    );
    expect(short(rows.filter(({ subject }) => subject.endsWith('recommendation')))).toEqual([
      'P5D 2023-10-11T07:00Z DUE',
      'PRECEDING_CLOSES 2023-10-15T05:00Z DUE', // it closes at midnight; the mail waits for seven in the morning
      'P1D 2023-10-15T07:00Z DUE',
    ]);
    await room.advance('2023-10-12T00:00:00Z');
    const [mail] = (await room.mails()).filter(({ to }) => to?.[0]?.name === 'Officer');
    expect(mail?.text).toContain('because you are a programme officer of this body');
    expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
  });

  it('is a notice of its own when a vague date becomes exact', async () => {
    const call = await room.call('ESF-NL');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-H2');
    await room.subscribe(ann, 'ESF-NL');
    await room.move(submission, '2023-11-30');
    await room.advance('2023-09-05T00:00:00Z');
    const [mail] = await room.mails();
    expect(mail?.subject).toBe('Exact date: submission of proposals – Call ESF-NL');
    expect(mail?.text).toContain('It was: second half of 2023 (exact date to follow). It is now: Thursday 30 November 2023');
  });

  it('counts days over the end of a year and over 29 February (R3)', async () => {
    await room.setRules('SUBMISSION', 'P60D', 'P1D', 'PT4H');
    await room.milestone(await room.call('NEW-YEAR'), 'SUBMISSION', '2024-01-01T02:00');
    await room.milestone(await room.call('LEAP-YEAR'), 'SUBMISSION', '2024-03-01T17:00');
    await room.subscribe(ann, 'NEW-YEAR');
    await room.subscribe(ann, 'LEAP-YEAR');
    await room.advance('2024-03-02T00:00:00Z');
    expect(short(await room.ledger())).toEqual([
      'P60D 2023-11-02T08:00Z SENT',
      'LAST_WORKING_DAY 2023-12-29T08:00Z SENT',
      'P1D 2023-12-31T08:00Z SENT',
      'PT4H 2023-12-31T21:00Z SENT', // 22:00 is a quiet hour, and the morning comes too late
      'P60D 2024-01-01T08:00Z SENT',
      'P1D 2024-02-29T08:00Z SENT',
      'PT4H 2024-03-01T12:00Z SENT',
    ]);
    expect(await room.mails()).toHaveLength(7);
  });
});
