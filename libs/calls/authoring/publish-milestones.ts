import type { EntityManager } from 'typeorm';
import type { WallTime } from '#libs/calendar';
import { reviseMilestone, type Move } from '../milestone-revision.js';

/** A date as the check of a call reads it. */
export interface PublishedDate extends WallTime {
  /** The code of its track; absent for a date of the call itself. */
  readonly track?: string;
  readonly key: string;
  readonly kind: string;
  readonly actor: string;
  readonly note?: string | undefined;
  readonly assumed: boolean;
  readonly revision: number;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly history: readonly (WallTime & { readonly revision: number })[];
}

interface StoredDate extends WallTime {
  readonly id: string;
  readonly track: string | null;
  readonly key: string;
  readonly revision: number;
  readonly withdrawn: boolean;
}

/** Writes the dates of a call: new ones are added, other ones moved, and those that are left out are withdrawn. */
export async function publishMilestones(
  manager: EntityManager,
  callId: string,
  dates: readonly PublishedDate[],
  move: Move,
): Promise<void> {
  const stored = await manager.query<StoredDate[]>(
    `SELECT m.id, t.code AS track, m.key, m.local, m.zone, m.precision, m.revision, m.withdrawn_at IS NOT NULL AS withdrawn
     FROM milestones m LEFT JOIN tracks t ON t.id = m.track_id WHERE m.call_id = $1`,
    [callId],
  );
  const kept = new Set<string>();
  for (const date of dates) {
    const before = stored.find(({ track, key }) => track === (date.track ?? null) && key === date.key);
    if (before === undefined) await add(manager, callId, date, move);
    else await change(manager, before, date, move);
    if (before !== undefined) kept.add(before.id);
  }
  await manager.query('UPDATE milestones SET withdrawn_at = $3 WHERE call_id = $1 AND id = ANY($2::uuid[]) AND withdrawn_at IS NULL', [
    callId,
    stored.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
    move.at,
  ]);
}

async function add(manager: EntityManager, callId: string, date: PublishedDate, { by, reason }: Move): Promise<void> {
  const [{ id }] = await manager.query<[{ id: string }]>(
    `INSERT INTO milestones (call_id, track_id, key, kind, actor, local, zone, precision, revision, starts_at, ends_at, note, assumed)
     SELECT $1, (SELECT id FROM tracks WHERE code = $2), d.key, d.kind, d.actor, d.local, d.zone, d.precision, d.revision, d.starts_at,
       d.ends_at, d.note, d.assumed
     FROM jsonb_to_record($3) AS d (key text, kind text, actor text, local text, zone text, precision text, revision integer,
       starts_at timestamptz, ends_at timestamptz, note text, assumed boolean) RETURNING id`,
    [callId, date.track ?? null, date],
  );
  await manager.query(
    `INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, reason, moved_by)
     SELECT $1, h.revision, h.local, h.zone, h.precision, $3, $4
     FROM jsonb_to_recordset($2) AS h (revision integer, local text, zone text, precision text)`,
    [id, JSON.stringify(date.history), reason, by],
  );
}

async function change(manager: EntityManager, before: StoredDate, date: PublishedDate, move: Move): Promise<void> {
  const { local, zone, precision } = date;
  const isSame = before.local === local && before.zone === zone && before.precision === precision;
  if (!isSame || before.withdrawn) await reviseMilestone(manager, before, { local, zone, precision }, move);
  await manager.query(
    `UPDATE milestones SET kind = $2, actor = $3, note = $4, assumed = $5
     WHERE id = $1 AND (kind, actor, note, assumed) IS DISTINCT FROM ($2, $3, $4, $5)`,
    [before.id, date.kind, date.actor, date.note ?? null, date.assumed],
  );
}
