import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { MailProcessor } from '#libs/mail';
import { Room } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

describe('after a standstill', () => {
  it('only the newest reminder of a date is sent, and none after the date', async () => {
    const call = await room.call('NCC-2023');
    const other = await room.call('OTHER');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.milestone(other, 'SUBMISSION', '2023-11-28T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.subscribe(ann, 'OTHER');
    await room.setClock('2023-11-29T10:00:00Z');
    await room.plan();
    await room.get(MailProcessor).process();
    const rows = (await room.ledger()).filter(({ state }) => state !== 'DUE');
    expect(rows.filter(({ state }) => state === 'SENT').map(({ subject, offset }) => `${subject} ${offset}`)).toEqual(['NCC-2023/submission P1D']);
    expect(new Set(rows.filter(({ subject }) => subject === 'OTHER/submission').map(({ reason }) => reason))).toEqual(new Set(['too late']));
    expect((await room.mails()).map(({ subject }) => subject)).toEqual(['Tomorrow: submission of proposals – Call NCC-2023']);
  });
});
