import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clock, connect, copyOfTemplate, Metrics } from '#libs/platform';
import { Gate } from './gate.service.js';
import { MailDesk } from './mail-desk.service.js';
import { mailboxOf } from './address.js';
import { post } from './post.js';
import { PostgresLedger } from './postgres-ledger.service.js';

const NOW = new Date('2023-11-29T08:00:00Z');

let database: DataSource;
let dropDatabase: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  dropDatabase = () => copy.drop();
  database = await connect(copy.url);
  await new Clock(database).set(NOW);
});
afterAll(async () => {
  await database.destroy();
  await dropDatabase();
});

it('shows operators what waits and what went wrong, and lets them send it again before its date', async () => {
  const [person] = await database.query<{ id: string }[]>(`INSERT INTO people (name, email) VALUES ('Ann', 'ann@members.test') RETURNING id`);
  const { id: personId } = person!;
  const at = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
  const message = (offset: string, dueIn: number, expiresIn = 600) => ({
    personId, template: 'test', subjectKind: 'MILESTONE', subjectId: personId, revision: 1, offset, dueAt: at(dueIn), expiresAt: at(expiresIn),
  });
  const messages = [message('late', -10), message('due', -1), message('ahead', 60), message('doubt', -20), message('failed', -30), message('over', -40, -5)];
  await post(database.manager, messages);
  await database.query(`UPDATE messages SET state = 'IN_DOUBT', reason = 'no answer' WHERE "offset" = 'doubt'`);
  await database.query(`UPDATE messages SET state = 'FAILED', reason = 'refused' WHERE "offset" IN ('failed', 'over')`);
  const gate = new Gate(database, new Clock(database));
  const metrics = new Metrics(database);
  const desk = new MailDesk({ secret: 'a secret' }, database, new PostgresLedger(database), gate, metrics);

  const state = await desk.state();
  expect(state).toMatchObject({ held: false, due: 2, late: 1, inDoubt: 1, failed: 2, bounced: 0, suppressed: 0, next: at(60) });
  expect(state.trouble.map(({ offset, reason }) => [offset, reason])).toEqual([['doubt', 'no answer'], ['failed', 'refused'], ['over', 'refused']]);
  await gate.hold('the relay is being moved');
  expect(await desk.state()).toMatchObject({ held: true, reason: 'the relay is being moved' });
  expect(await metrics.registry.metrics()).toContain('verbond_mail{what="held"} 1\nverbond_mail{what="due"} 2\nverbond_mail{what="late"} 1');

  await new PostgresLedger(database).suppress(mailboxOf('ann@members.test', 'a secret'), '550 5.1.1');
  expect(await desk.suppressionOf('Ann@Members.test')).toBe('550 5.1.1');
  expect([await desk.lift('ann@members.test'), await desk.lift('ann@members.test')]).toEqual([true, false]);
  expect(await desk.suppressionOf('ann@members.test')).toBeUndefined();

  expect(await desk.redrive(state.trouble[0]!.id)).toBe(1);
  expect(await desk.redrive('all')).toBe(1); // what is over is not sent any more
  expect(await desk.state()).toMatchObject({ due: 4, inDoubt: 0, failed: 1 });
});
