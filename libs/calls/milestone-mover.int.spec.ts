import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, COMMAND_LINE, type Role, type Viewer } from '#libs/accounts';
import { Conflict, connect, Forbidden, InvalidInput, NotFound } from '#libs/platform';
import type { MilestoneMove } from './milestone-mover.service.js';
import type { Milestone } from './milestone.type.js';
import { bundledDatabase, DOMAIN_DATA } from './testing/bundled-database.js';
import { organisationId } from './testing/organisation-id.js';
import { servicesOn } from './testing/services.js';

const copy = await bundledDatabase(DOMAIN_DATA);
const database = await connect(copy.url);
const { calls, clock, milestones, mover } = servicesOn(database);
await clock.set(new Date('2023-10-01T10:00:00Z'));
const callId = (await calls.resolveCallId('NCC-2023')) ?? '';
const flanders = await organisationId(database, 'europa-wse');
const authority = await organisationId(database, 'esfa-lt');
const [{ id: personId }] = await database.query<[{ id: string }]>(
  `INSERT INTO people (name, email) VALUES ('An officer', 'officer@body.test') RETURNING id`,
);
afterAll(async () => {
  await database.destroy();
  await copy.drop();
});
beforeEach(() => database.query('DELETE FROM outbox'));

const as = (body: string, role: Exclude<Role, 'ADMINISTRATOR'> = 'PROGRAMME_OFFICER'): Viewer => ({
  personId,
  administrator: false,
  mandates: [{ organisationId: body, role }],
});

async function date(key: string): Promise<Milestone> {
  return ((await milestones.ofCalls([callId])).get(callId) ?? []).find((milestone) => milestone.key === key)!;
}

async function move(viewer: Viewer, key: string, change: Partial<MilestoneMove>): Promise<Milestone> {
  const { id, zone, revision } = await date(key);
  return mover.move(viewer, { milestoneId: id, zone, local: '2023-10-20', reason: 'More time', expectedRevision: revision, ...change });
}

const jobs = () => database.query<unknown[]>('SELECT queue, name, data FROM outbox');

describe('moving a date', () => {
  it('keeps the old date, says why, when and by whom, and has reminders planned anew', async () => {
    const moved = await move(as(flanders), 'expression-of-interest', { local: '2023-10-20', reason: '  Te weinig tijd ' });
    expect(moved).toMatchObject({
      revision: 2,
      local: '2023-10-20',
      precision: 'DAY',
      endsAt: new Date('2023-10-20T22:00:00Z'),
      assumed: false,
      history: [
        { revision: 1, local: '2023-10-14' },
        { revision: 2, local: '2023-10-20', reason: 'Te weinig tijd' },
      ],
    });
    expect(moved.history[1]?.movedAt?.getTime()).toBeGreaterThan(new Date('2023-10-01T10:00:00Z').getTime());
    expect(await jobs()).toEqual([{ queue: 'reminders', name: 'plan', data: { callId } }]);
    const stored = await database.query<unknown[]>(
      `SELECT ends_at, moved_by FROM milestones m JOIN milestone_revisions r ON r.milestone_id = m.id AND r.revision = m.revision
       WHERE m.id = $1`,
      [moved.id],
    );
    expect(stored).toEqual([{ ends_at: moved.endsAt, moved_by: personId }]);
  });

  it('says when a clock change shifts it', async () => {
    const moved = await move(COMMAND_LINE, 'kick-off', { local: '2024-03-31T02:30' });
    expect(moved).toMatchObject({ shiftedFrom: '2024-03-31T02:30:00', startsAt: new Date('2024-03-31T01:30:00Z') });
  });

  it('is for officers of the body in charge and administrators', async () => {
    for (const viewer of [ANONYMOUS, as(authority), as(flanders, 'MEMBER')]) {
      await expect(move(viewer, 'expression-of-interest', {})).rejects.toThrow(Forbidden);
    }
    await expect(move(as(flanders), 'submission', { local: '2023-12-01' })).rejects.toThrow(Forbidden);
    await expect(move(as(authority), 'submission', { local: '2023-12-01T17:00' })).resolves.toMatchObject({ revision: 2 });
    await expect(move(COMMAND_LINE, 'submission', { local: '2023-12-02T17:00' })).resolves.toMatchObject({ revision: 3 });
  });

  it.each<[string, Partial<MilestoneMove>]>([
    ['local', { local: '2023-11-31' }],
    ['local', { local: '2023-10-20T17:00Z' }],
    ['zone', { zone: 'CET' }],
    ['precision', { precision: 'MINUTE' }],
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'a\0b' }],
    ['reason', { reason: 'a'.repeat(501) }],
  ])('refuses a wrong %s and changes nothing', async (field, change) => {
    const before = await date('info-meeting');
    const moving = move(as(flanders), 'info-meeting', change);
    await expect(moving).rejects.toThrow(expect.objectContaining({ constructor: InvalidInput, field }));
    expect(await date('info-meeting')).toEqual(before);
    expect(await jobs()).toEqual([]);
  });

  it('keeps a track before its call, whichever of the two moves', async () => {
    await expect(move(as(flanders), 'recommendation', { local: '2023-12-24' })).rejects.toThrow(InvalidInput);
    await expect(move(as(authority), 'submission', { local: '2023-10-18' })).rejects.toThrow(/expression-of-interest/);
    await expect(move(as(flanders), 'recommendation', { local: '2023-H2' })).resolves.toMatchObject({ exact: false });
  });

  it('lets one of two who read the same date win', async () => {
    const { revision } = await date('info-meeting');
    const both = ['2023-09-19', '2023-09-20'].map((local) =>
      move(as(flanders), 'info-meeting', { local, expectedRevision: revision }),
    );
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) });
    expect(await date('info-meeting')).toMatchObject({ revision: revision + 1 });
  });

  it('is refused for a date that was withdrawn', async () => {
    const { id, revision, zone } = await date('announcement');
    await database.query('UPDATE milestones SET withdrawn_at = verbond_now() WHERE id = $1', [id]);
    const again = { milestoneId: id, local: '2023-09-05', zone, reason: 'Anew', expectedRevision: revision };
    await expect(mover.move(as(flanders), again)).rejects.toThrow(Conflict);
  });

  it.each(['nowhere', '01a20d76-9bb2-7101-abfc-7fb57633c6b8'])('finds no date "%s"', async (milestoneId) => {
    await expect(move(COMMAND_LINE, 'submission', { milestoneId })).rejects.toThrow(NotFound);
  });
});
