import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '#libs/accounts';
import { CONFIG, NotFound, Unauthenticated, type Config } from '#libs/platform';
import { ANONYMOUS } from '#libs/accounts';
import { SubscriptionsService } from './subscriptions.service.js';
import { Room } from './testing/room.js';
import { linkToken } from '#libs/mail';

let room: Room;
let nel: Viewer;
let link: string;

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  const call = await room.call('NCC-2023', { nl: 'Centra & <b>', en: 'Centres' });
  await room.track(call, 'NCC-2023-VL', 'europa-wse');
  await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
  await room.call('OTHER');
  nel = await room.person('Nel', 'nl');
});
beforeEach(async () => {
  const subscriptions = room.get(SubscriptionsService);
  await subscriptions.subscribe(nel, { callId: 'OTHER' });
  await subscriptions.subscribe(nel, { callId: 'NCC-2023', trackId: 'NCC-2023-VL' });
  const { id } = await subscriptions.subscribe(nel, { callId: 'NCC-2023' });
  link = `/unsubscribe/${linkToken('unsubscribe', id, room.app.get<Config>(CONFIG).secret)}`;
});
afterAll(() => room.close());

const followed = async (): Promise<string[]> => (await room.get(SubscriptionsService).ofViewer(nel)).map(({ callId }) => callId).toSorted();
const request = (method: 'GET' | 'POST', url: string, type = 'application/x-www-form-urlencoded', payload = 'List-Unsubscribe=One-Click') =>
  room.app.inject(method === 'GET' ? { method, url } : { method, url, payload, headers: { 'content-type': type } });

describe('the unsubscribe link', () => {
  it('shows a page in the reader’s language, and changes nothing', async () => {
    const { statusCode, body, headers } = await request('GET', link);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="nl">');
    expect(body).toContain('U krijgt dan geen herinneringen meer aan de datums van “Centra &amp; &lt;b&gt;”.');
    expect(body).toContain('<form method="post"><button>Stop deze mails</button></form>');
    expect(await followed()).toEqual(['NCC-2023', 'NCC-2023', 'OTHER']);
  });

  it('ends all mails about the call with one POST, and a second one is as good', async () => {
    for (let again = 0; again < 2; again += 1) {
      const { statusCode, body } = await request('POST', link);
      expect(statusCode).toBe(200);
      expect(body).toContain('Deze mails zijn gestopt');
      expect(await followed()).toEqual(['OTHER']);
    }
    expect(new Set((await room.ledger()).map(({ state, reason }) => `${state} ${reason ?? ''}`))).toEqual(new Set(['SKIPPED unsubscribed']));
  });

  it('takes the POST in the other form that mail programs use', async () => {
    const part = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    expect((await request('POST', link, 'multipart/form-data; boundary=x', part)).statusCode).toBe(200);
    expect(await followed()).toEqual(['OTHER']);
  });

  it('is nothing to whoever forges it', async () => {
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
    const nobody = linkToken('unsubscribe', '018f0000-0000-7000-8000-000000000001', room.app.get<Config>(CONFIG).secret);
    for (const url of [forged, '/unsubscribe/x', `/unsubscribe/${nobody}`]) {
      expect((await request('GET', url)).statusCode).toBe(404);
      expect((await request('POST', url)).statusCode).toBe(404);
    }
    expect(await followed()).toEqual(['NCC-2023', 'NCC-2023', 'OTHER']);
  });
});

describe('following', () => {
  it('takes ids and codes, and says what is not there', async () => {
    const subscriptions = room.get(SubscriptionsService);
    const [call] = await room.database.query<{ id: string }[]>(`SELECT id FROM calls WHERE code = 'NCC-2023'`);
    const found = await subscriptions.subscribe(nel, { callId: call!.id, trackId: 'NCC-2023-VL' });
    expect(found).toMatchObject({ callId: 'NCC-2023', trackId: 'NCC-2023-VL', endedAt: null });
    await expect(subscriptions.subscribe(nel, { callId: 'NOTHING' })).rejects.toMatchObject({ field: 'callId' });
    await expect(subscriptions.subscribe(nel, { callId: 'OTHER', trackId: 'NCC-2023-VL' })).rejects.toMatchObject({ field: 'trackId' });
  });

  it('is a matter of the person alone', async () => {
    const subscriptions = room.get(SubscriptionsService);
    const other = await room.person('Other');
    const [mine] = await subscriptions.ofViewer(nel);
    await expect(subscriptions.unsubscribe(other, mine!.id)).rejects.toThrow(NotFound);
    await expect(subscriptions.subscribe(ANONYMOUS, { callId: 'OTHER' })).rejects.toThrow(Unauthenticated);
    await expect(subscriptions.ofViewer(ANONYMOUS)).rejects.toThrow(Unauthenticated);
    expect(await subscriptions.unsubscribe(nel, mine!.id)).toMatchObject({ id: mine!.id, endedAt: expect.any(Date) as unknown });
  });
});
