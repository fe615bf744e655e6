import { it } from '@jest/globals';
import { PlanningService } from './planning.service.js';
import { Room } from './testing/room.js';
it('bench', async () => {
  const room = await Room.open('2023-09-04T07:00:00Z');
  for (let c = 0; c < 5; c += 1) {
    const call = await room.call(`C${c}`);
    await room.milestone(call, 'SUBMISSION', '2023-11-30T17:00');
    await room.milestone(call, 'EVENT', '2023-10-30');
  }
  await room.database.query(`INSERT INTO people (name, email, zone) SELECT 'p', 'p' || i || '@x.test', (ARRAY['Europe/Brussels','Europe/Dublin','Europe/Berlin','Europe/Athens'])[1 + i % 4] FROM generate_series(1, 1000) i`);
  await room.database.query(`INSERT INTO subscriptions (person_id, call_id, made_at) SELECT p.id, c.id, verbond_now() FROM people p, calls c`); if (process.env.ANALYZE) await room.database.query('ANALYZE');
  const q = room.database.createQueryRunner.bind(room.database);
  const proto = (await import('typeorm')).EntityManager.prototype as any;
  const orig = proto.query;
  proto.query = async function (sql: string, p: unknown[]) { const t = performance.now(); const r = await orig.call(this, sql, p); const d = performance.now() - t; if (d > 50) process.stderr.write(`${Math.round(d)} ${Array.isArray(r) ? r.length : ''} ${sql.trim().slice(0, 50)} ${sql.includes('missing') ? '' : sql.slice(-60).replaceAll('\n', ' ')}\n`); return r; };
  void q;
  for (let i = 0; i < 3; i += 1) {
    const t = performance.now();
    await room.get(PlanningService).plan();
    console.log('plan', i, Math.round(performance.now() - t));
  }
  const [p] = await room.database.query<{ id: string; call: string }[]>('SELECT id, (SELECT id FROM calls LIMIT 1) AS call FROM people LIMIT 1');
  for (let i = 0; i < 3; i += 1) {
    const t = performance.now();
    await room.get(PlanningService).plan({ personId: p!.id, callId: p!.call });
    console.log('person', i, Math.round(performance.now() - t));
  }
  const [n] = await room.database.query<unknown[]>('SELECT count(*) FROM messages');
  console.log(n);
  await room.close();
});
