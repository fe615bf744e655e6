import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forbidden, InvalidInput } from '#libs/platform';
import { DemoClock } from './demo-clock.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';

const START = '2023-09-04T07:00:00Z';
const END = new Date('2023-12-02T00:00:00Z');
const DAY = 24 * 3600 * 1000;
const rooms: Room[] = [];

/** Two calls, a track, four followers in three zones. */
async function furnished(settings = {}): Promise<Room> {
  const room = await Room.open(START, settings);
  rooms.push(room);
  const ncc = await room.call('NCC-2023');
  const track = await room.track(ncc, 'NCC-2023-VL', 'europa-wse');
  await room.milestone(ncc, 'SUBMISSION', '2023-11-30T17:00');
  await room.milestone(track, 'EVENT', '2023-09-18');
  await room.milestone(track, 'EXPRESSION_OF_INTEREST', '2023-10-14');
  await room.milestone(track, 'RECOMMENDATION', '2023-10-16');
  const homeless = await room.call('EASI-HOMELESS-2023');
  await room.milestone(homeless, 'OPENING', '2023-09-14');
  await room.milestone(homeless, 'SUBMISSION', '2023-10-30T17:00');
  for (const [name, zone] of [['Ann', 'Europe/Brussels'], ['Ben', 'Europe/Dublin'], ['Cas', 'Pacific/Auckland']] as const) {
    const viewer = await room.person(name, 'en', zone);
    await room.get(SubscriptionsService).subscribe(viewer, { callId: 'NCC-2023', trackId: name === 'Ben' ? null : 'NCC-2023-VL' });
    await room.get(SubscriptionsService).subscribe(viewer, { callId: 'EASI-HOMELESS-2023' });
  }
  return room;
}

const settled = async (room: Room): Promise<string[]> =>
  (await room.ledger()).map(({ person, subject, offset, at, state, reason }) => [person, subject, offset, at, state, reason].join(' '));
const bodies = async (room: Room): Promise<unknown[]> =>
  (await room.mails()).map(({ date, subject, to, text }) => ({ date, subject, to, text: text?.replace(/[\w-]{64}/g, 'TOKEN') }));

describe('the demo’s clock', () => {
  let atOnce: Room;
  let daily: Room;
  const stops: Date[] = [];

  beforeAll(async () => {
    atOnce = await furnished();
    daily = await furnished();
    await atOnce.get(DemoClock).advance(END, (instant) => { stops.push(instant); });
    for (let day = Date.parse(START) + DAY; day < END.getTime(); day += DAY) await daily.get(DemoClock).advance(new Date(day));
    await daily.get(DemoClock).advance(END);
  });
  afterAll(async () => {
    for (const room of rooms) await room.close();
  });

  it('sends the same mails in one go as day by day', async () => {
    expect(await settled(atOnce)).toEqual(await settled(daily));
    expect(await bodies(atOnce)).toEqual(await bodies(daily));
    expect((await atOnce.mails()).length).toBeGreaterThan(40);
    expect((await atOnce.ledger()).filter(({ state }) => state !== 'SENT')).toEqual([]);
  });

  it('stops in order at every instant at which something falls due, and at no other side of it', async () => {
    expect(stops).toEqual(stops.toSorted((one, two) => one.getTime() - two.getTime()));
    const due = (await atOnce.mails()).map(({ date }) => date);
    const visited = new Set(stops.map((stop) => stop.toISOString().replace(/\.\d+Z/, '.000Z')));
    expect(due.filter((date) => date !== undefined && !visited.has(date))).toEqual([]);
    const [row] = await atOnce.database.query<{ now: Date }[]>('SELECT verbond_now() AS now');
    expect(row!.now.getTime()).toBeGreaterThanOrEqual(END.getTime());
  });

  it('does not go back', async () => {
    await expect(atOnce.get(DemoClock).advance(new Date(START))).rejects.toThrow(InvalidInput);
  });

  it('does not exist in production', async () => {
    const production = await furnished({ mode: 'production' });
    await expect(production.get(DemoClock).advance(END)).rejects.toThrow(Forbidden);
  });
});
