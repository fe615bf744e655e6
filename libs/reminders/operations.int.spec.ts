import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AccountsService } from '#libs/accounts';
import { Gate } from '#libs/mail';
import { Room } from './testing/room.js';

let room: Room;
let keyOf: (name: string) => Promise<string>;

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
  keyOf = async (name) => room.get(AccountsService).makeKey((await room.person(name)).personId!, 'test');
});
afterAll(() => room.close());

const open = (authorization?: string) => room.app.inject({ url: '/operations', headers: authorization === undefined ? {} : { authorization } });
const basic = (key: string): string => `Basic ${Buffer.from(`anybody:${key}`).toString('base64')}`;

it('shows administrators how the mail stands, and asks others for a key', async () => {
  const key = await keyOf('Administrator');
  await room.database.query(`INSERT INTO roles SELECT id, 'ADMINISTRATOR', NULL FROM people WHERE name = 'Administrator'`);
  await room.get(Gate).hold('<the relay> is being moved');
  const shown = await open(basic(key));
  expect(shown.statusCode).toBe(200);
  expect(shown.body).toContain('<dt>Mail</dt><dd>is held: &lt;the relay&gt; is being moved</dd>');
  expect((await open(`Bearer ${key}`)).statusCode).toBe(200);

  for (const other of [undefined, basic('nonsense'), basic(await keyOf('Member'))]) {
    const refused = await open(other);
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Basic realm="Verbond operations", charset="UTF-8"']);
    expect(refused.body).not.toContain('relay');
  }
});
