import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room, short, waiting } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

describe('followers', () => {
  it('get one mail for a date, however many subscriptions cover it', async () => {
    const call = await room.call('NCC-2023');
    await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.subscribe(ann, 'NCC-2023', 'NCC-2023-VL');
    await room.subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toHaveLength(7);
  });

  it('of a call hear nothing of its tracks', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    await room.milestone(track, 'EVENT', '2023-09-18');
    await room.subscribe(ann, 'NCC-2023');
    expect(await room.ledger()).toEqual([]);
  });

  it('who stop get nothing more, and who come back get what is still ahead', async () => {
    await room.setRules('SUBMISSION', 'P7D', 'P1D');
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    const { id } = await room.subscribe(ann, 'NCC-2023');
    await room.get(SubscriptionsService).unsubscribe(ann, id);
    expect(short(await room.ledger())).toEqual([
      'P7D 2023-11-23T08:00Z SKIPPED (unsubscribed)',
      'P1D 2023-11-29T08:00Z SKIPPED (unsubscribed)',
    ]);
    await room.setClock('2023-11-24T12:00:00Z');
    await room.subscribe(ann, 'NCC-2023');
    expect(waiting(await room.ledger())).toEqual(['NOW_OPEN 2023-11-24T12:00Z DUE', 'P1D 2023-11-29T08:00Z DUE']);
  });

  it('who come late are told once that it is open, and get no old reminders', async () => {
    const call = await room.call('NCC-2023');
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.setClock('2023-11-20T21:30:00Z');
    await room.subscribe(ann, 'NCC-2023');
    const planned = [
      'NOW_OPEN 2023-11-21T06:00Z DUE',
      'P7D 2023-11-23T08:00Z DUE',
      'P3D 2023-11-27T08:00Z DUE',
      'P1D 2023-11-29T08:00Z DUE',
      'PT4H 2023-11-30T12:00Z DUE',
    ];
    expect(short(await room.ledger())).toEqual(planned);
    await room.plan();
    expect(short(await room.ledger())).toEqual(planned);
  });

  it('are told so when it opens, and not before', async () => {
    await room.setRules('OPENING');
    await room.setRules('SUBMISSION', 'P60D');
    const call = await room.call('SHORT');
    await room.milestone(call, 'OPENING', '2023-09-14');
    await room.milestone(call, 'SUBMISSION', '2023-10-16T17:00');
    await room.subscribe(ann, 'SHORT');
    expect(await room.ledger()).toEqual([]);
    await room.advance('2023-09-20T00:00:00Z');
    expect(short(await room.ledger())).toEqual(['NOW_OPEN 2023-09-14T05:00Z SENT']);
  });
});
