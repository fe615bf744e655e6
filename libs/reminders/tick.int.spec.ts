import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { Room, short } from './testing/room.js';

let room: Room;
let ann: Viewer;

beforeEach(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann');
});
afterEach(() => room.close());

describe('a tick', () => {
  it('plans what has changed, whoever changed it, and nothing else', async () => {
    const call = await room.call('NCC-2023');
    const track = await room.track(call, 'NCC-2023-VL', 'europa-wse');
    const submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.subscribe(ann, 'NCC-2023');
    await room.tick();
    const changes = async (change: Promise<unknown>): Promise<string[]> => {
      const before = await room.ledger();
      await change;
      await room.tick();
      expect(await room.database.query('SELECT FROM reminder_changes')).toEqual([]);
      const known = new Set(before.map((row) => JSON.stringify(row)));
      return short((await room.ledger()).filter((row) => !known.has(JSON.stringify(row))));
    };
    expect(await changes(Promise.resolve())).toEqual([]);
    expect(await changes(room.milestone(track, 'RECOMMENDATION', '2023-10-16'))).toEqual([]);
    const officer = await room.person('Officer');
    const appointed = room.database.query(`INSERT INTO roles VALUES ($1, 'PROGRAMME_OFFICER', $2)`, [officer.personId, track.bodyId]);
    expect(await changes(appointed)).toEqual(['P5D 2023-10-11T07:00Z DUE', 'P1D 2023-10-15T07:00Z DUE']);
    expect(await changes(room.setRules('SUBMISSION', 'P1D'))).toHaveLength(6); // the others are no longer planned
    const westwards = room.database.query(`UPDATE people SET zone = 'America/New_York' WHERE id = $1`, [ann.personId]);
    expect(await changes(westwards)).toEqual(['P1D 2023-11-29T12:00Z DUE']);
    expect(await changes(room.move(submission, '2023-12-14T17:00'))).toEqual([
      'MOVED 2023-09-04T11:00Z DUE', 'P1D 2023-11-29T12:00Z SKIPPED (moved)', 'P1D 2023-12-13T12:00Z DUE',
    ]);
    expect(await changes(room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [submission]))).toHaveLength(2);
  });
});
