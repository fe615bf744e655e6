import type { EntityManager } from 'typeorm';
import { momentsOf, type WallTime } from '#libs/calendar';

/** Who moved a date, why and when. */
export interface Move {
  /** The person's own id; null for the command line. */
  readonly by: string | null;
  readonly at: Date;
  readonly reason: string;
}

/** Gives a date its next revision. What an officer says is no assumption any more, and a withdrawn date counts again. */
export async function reviseMilestone(
  manager: EntityManager,
  { id, revision }: { readonly id: string; readonly revision: number },
  wall: WallTime,
  { by, at, reason }: Move,
): Promise<void> {
  const { start, end } = momentsOf(wall);
  const { local, zone, precision } = wall;
  await manager.query(
    `UPDATE milestones SET local = $2, zone = $3, precision = $4, starts_at = $5, ends_at = $6, revision = revision + 1,
       assumed = false, withdrawn_at = NULL WHERE id = $1`,
    [id, local, zone, precision, start, end],
  );
  await manager.query(
    `INSERT INTO milestone_revisions (milestone_id, revision, local, zone, precision, reason, moved_at, moved_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, revision + 1, local, zone, precision, reason, at, by],
  );
}
