import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DemoClock } from './demo-clock.service.js';
import { ForecastService } from './forecast.service.js';
import { Room } from './testing/room.js';

let room: Room;

beforeAll(async () => {
  room = await Room.open('2023-09-04T07:00:00Z');
});
afterAll(() => room.close());

/** The view as it is, with one more branch: what a room adds in a migration of its own. */
async function addBranch(branch: string): Promise<void> {
  const [{ view }] = await room.database.query<[{ view: string }]>(`SELECT pg_get_viewdef('reminder_audience') AS view`);
  const added = view.replace(/UNION ALL/, `UNION ALL ${branch} UNION ALL`);
  expect(added).not.toBe(view);
  await room.database.query(`CREATE OR REPLACE VIEW reminder_audience AS ${added}`);
}

it('of a date are data: a value, a branch and rules, and nothing else changes', async () => {
  await room.database.query(`ALTER TYPE audience ADD VALUE 'SPEAKERS' BEFORE 'FOLLOWERS'`);
  await room.database.query('CREATE TABLE speeches (person_id uuid, milestone_id uuid, made_at timestamptz)');
  await addBranch(`SELECT 'SPEAKERS'::audience, s.person_id, m.id, m.call_id, m.kind, s.made_at
    FROM speeches s JOIN milestones m ON m.id = s.milestone_id WHERE m.withdrawn_at IS NULL`);
  await room.database.query(`INSERT INTO reminder_rules VALUES ('EVENT', 'SPEAKERS', 'PT2H', NULL, 1)`);
  const meeting = await room.milestone(await room.track(await room.call('NCC'), 'NCC-VL', 'body'), 'EVENT', '2023-09-18T14:00');
  const ann = await room.person('Ann');
  await room.database.query('INSERT INTO speeches VALUES ($1, $2, verbond_now())', [ann.personId, meeting]);

  const { due } = await room.get(ForecastService).remindersAt(new Date('2023-09-18T10:00:00Z'));
  expect(due).toMatchObject([{ person: ann.personId, subject: 'NCC-VL/event', offset: 'PT2H', decision: 'send' }]);
  await room.get(DemoClock).advance(new Date('2023-09-19T00:00:00Z'));
  const [mail, ...more] = await room.mails();
  expect(more).toEqual([]);
  expect(mail?.text).toContain('You get this mail because you have a task for this date.');
  expect(mail?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(false);
});
