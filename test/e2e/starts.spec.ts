import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { emptyFolder } from '../support/data-folder.js';
import { demoDatabase } from '../support/demo-database.js';
import { failedStart, refusal } from '../support/failed-start.js';
import { freePort } from '../support/redis.js';
import { cleanUp } from '../support/verbond.js';

afterAll(cleanUp);

describe('a start that cannot be', () => {
  it('is refused on a port in use', async () => {
    const demo = await demoDatabase();
    const other = net.createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as net.AddressInfo;
    expect(await failedStart({ ...demo.settings, PORT: String(port) })).toEqual(
      refusal(`PORT=${port} is in use by another program: set PORT to a free one.`),
    );
    other.close();
    await demo.drop();
  });

  it('is refused on a data folder that cannot be', async () => {
    const file = path.join(emptyFolder(), 'file');
    fs.writeFileSync(file, '');
    expect(await failedStart({ VERBOND_DATA: path.join(file, 'below'), PORT: '0' })).toEqual(
      refusal(`VERBOND_DATA=${path.join(file, 'below')} cannot be used (ENOTDIR): allowed is a folder that can be written.`),
    );
  });

  it('is refused with every setting that cannot be used, its value and what is allowed', async () => {
    const settings = { PORT: 'abc', VERBOND_MODE: 'play', DATABASE_URL: 'mysql://me:secret@host/verbond', VERBOND_SECRET: 'too short' };
    expect(await failedStart(settings)).toEqual(
      refusal(
        [
          'PORT=abc cannot be used: allowed is a whole number from 0 to 65535.',
          'VERBOND_MODE=play cannot be used: allowed is demo or production.',
          'DATABASE_URL=mysql://…@host/verbond cannot be used: allowed is postgres://user:password@host:port/database.',
          'VERBOND_SECRET=(9 characters) cannot be used: allowed is at least 32 characters.',
        ].join('\n'),
      ),
    );
  });

  it.each(['cli/start.js', 'api/main.js', 'worker/main.js'])('is refused while the database is down (%s)', async (program) => {
    const host = `127.0.0.1:${await freePort()}`;
    const production = {
      DATABASE_URL: `postgres://verbond:password@${host}/verbond`,
      PUBLIC_URL: 'https://verbond.example',
      SMTP_URL: 'smtp://mail.example',
      MAIL_FROM: 'reminders@verbond.example',
      VERBOND_SECRET: 'x'.repeat(32),
    };
    expect(await failedStart({ ...production, PORT: '0' }, program)).toEqual(
      refusal(`The database ${host}/verbond of DATABASE_URL does not answer: connect ECONNREFUSED ${host}.`),
    );
  });
});
