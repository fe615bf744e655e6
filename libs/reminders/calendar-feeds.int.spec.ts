import { afterAll, beforeAll, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import type { Viewer } from '#libs/accounts';
import { InvalidInput, NotFound } from '#libs/platform';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { Consortia } from './testing/consortia.js';
import { Room } from './testing/room.js';

let room: Room;
let ann: Viewer;
let submission: string;

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  ann = await room.person('Ann', 'nl');
  const call = await room.call('NCC-2023', { nl: 'Nationale competentiecentra' });
  submission = await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
  await room.milestone(call, 'RESULT', '2024-H1');
  await room.milestone(await room.track(call, 'NCC-2023-VL', 'europa-wse'), 'EXPRESSION_OF_INTEREST', '2023-10-14');
  await room.milestone(await room.call('OTHER'), 'SUBMISSION', '2024-01-15');
  await room.get(SubscriptionsService).subscribe(ann, { callId: 'NCC-2023', trackId: 'NCC-2023-VL' });
});
afterAll(() => room.close());

const get = (url: string, headers = {}) => room.app.inject({ url: new URL(url).pathname, headers });

/** Read by another implementation than the one that wrote it. */
function eventsIn(file: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { startDate, sequence, summary } = new ICAL.Event(component);
    return [startDate.toString(), sequence, summary, component.getFirstPropertyValue('status')].filter((part) => part !== null).join(' ');
  });
}

it('holds what concerns a person, or the dates of one call; a moved date stays the same event', async () => {
  const feeds = room.get(CalendarFeeds);
  const mine = await feeds.make(ann, null);
  const ofCall = await feeds.make(ann, 'OTHER');
  expect(await feeds.make(ann, null)).toEqual(mine);
  const first = await get(mine.url);
  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(eventsIn(first.body)).toEqual([
    '2023-10-14 1 blijk van interesse – Nationale competentiecentra',
    '2023-11-30T16:00:00Z 1 indienen van voorstellen – Nationale competentiecentra',
  ]);
  expect(eventsIn((await get(ofCall.url)).body)).toEqual(['2024-01-15 1 indienen van voorstellen – Call OTHER']);

  const { etag = '' } = first.headers;
  const unchanged = await get(mine.url, { 'if-none-match': `"old", W/${etag}` });
  expect([unchanged.statusCode, unchanged.body]).toEqual([304, '']);
  const uidOf = (file: string) => /UID:(\S+)\r\nSEQUENCE:\d\r\n(?:DTSTAMP:\S+\r\n)?DTSTART:2023/.exec(file)?.[1];
  await room.move(submission, '2023-12-14T17:00');
  const moved = await get(mine.url, { 'if-none-match': etag });
  expect(moved.statusCode).toBe(200);
  expect(eventsIn(moved.body)[1]).toBe('2023-12-14T16:00:00Z 2 indienen van voorstellen – Nationale competentiecentra');
  expect(uidOf(moved.body)).toBe(uidOf(first.body));
  await room.database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [submission]);
  expect(eventsIn((await get(mine.url)).body)[1]).toMatch(/ CANCELLED$/);
});

it('is open to whoever knows its address, until that is revoked', async () => {
  const feeds = room.get(CalendarFeeds);
  const feed = await feeds.make(ann, 'NCC-2023');
  expect((await get(feed.url)).statusCode).toBe(200);
  expect((await get(feed.url.replace(/.\.ics$/, 'é.ics'))).statusCode).toBe(404);
  await expect(feeds.revoke(await room.person('Ben'), feed.id)).rejects.toThrow(NotFound);
  await feeds.revoke(ann, feed.id);
  expect((await get(feed.url)).statusCode).toBe(404);
  const another = await feeds.make(ann, 'NCC-2023');
  expect(another.url).not.toBe(feed.url);
  expect((await feeds.ofViewer(ann)).map(({ callId }) => callId)).toEqual([null, 'OTHER', 'NCC-2023']);
});

it('of a consortium is for those in it, as long as they are', async () => {
  const consortia = new Consortia(room);
  const call = await room.call('SITS', { nl: 'Sociale innovatie' });
  await room.milestone(call, 'SUBMISSION', '2024-02-01T17:00');
  await room.milestone(call, 'RESULT', '2024-06-01');
  const lead = await consortia.organisation('stad-gent', 'Lea');
  const member = await consortia.organisation('vives', 'Vic');
  const id = await consortia.form(call.callId, lead.id, 'INSISST');
  const membership = await consortia.invite(id, member.id, '2023-10-01T22:00:00Z');
  const feeds = room.get(CalendarFeeds);
  await expect(feeds.make(member.person, null, id)).rejects.toThrow(NotFound);
  await expect(feeds.make(ann, null, id)).rejects.toThrow(NotFound);
  await expect(feeds.make(lead.person, 'SITS', id)).rejects.toThrow(InvalidInput);

  await consortia.answer(membership, 'ACCEPTED');
  const feed = await feeds.make(member.person, null, id);
  expect(await feeds.make(member.person, null, id)).toEqual(feed);
  const file = (await get(feed.url)).body;
  expect(file).toContain('NAME:INSISST');
  expect(eventsIn(file)).toEqual(['2024-02-01T16:00:00Z 1 submission of proposals – Sociale innovatie']);
  await consortia.answer(membership, 'LEFT');
  expect((await get(feed.url)).statusCode).toBe(404);
});

it('of all that concerns a person holds what they have to do: invitations, and dates of their consortia', async () => {
  const consortia = new Consortia(room);
  const [call] = await room.database.query<[{ id: string }]>(`SELECT id FROM calls WHERE code = 'SITS'`);
  const invited = await consortia.organisation('avise', 'Inge');
  const inviting = await consortia.form(call.id, invited.id, 'Own');
  await consortia.invite(await consortia.form(call.id, (await consortia.organisation('emmen', 'Em')).id, 'Theirs'), invited.id, '2023-10-01T22:00:00Z');
  const { url } = await room.get(CalendarFeeds).make(invited.person, null);
  expect(eventsIn((await get(url)).body)).toEqual([
    '2023-10-01T22:00:00Z 1 answer to an invitation – Theirs', '2024-02-01T16:00:00Z 1 submission of proposals – Sociale innovatie',
  ]);
  await consortia.state(inviting, 'DISSOLVED');
  expect(eventsIn((await get(url)).body)).toHaveLength(1);
});
