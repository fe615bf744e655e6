import type { EntityManager } from 'typeorm';
import { InvalidInput } from '#libs/platform';

/** An exact date until which proposals are taken: a call may have several, for its rounds or stages. */
export interface SubmissionDate {
  readonly id: string;
  readonly key: string;
  readonly closesAt: Date;
}

/**
 * The next date that is ahead, or the one that was named.
 * @param after dates up to that of this milestone are not looked at: of a stage, the later ones
 * @returns null where none was named and the call has none
 * @throws InvalidInput when the named one is not a date of the call that is ahead
 */
export async function submissionAhead(manager: EntityManager, callId: string, named: string | null | undefined, after: string | null = null): Promise<SubmissionDate | null> {
  const ahead = await manager.query<SubmissionDate[]>(
    `SELECT id, key, ends_at AS "closesAt" FROM milestones
     WHERE call_id = $1 AND track_id IS NULL AND kind = 'SUBMISSION' AND withdrawn_at IS NULL AND precision IN ('MINUTE', 'DAY')
       AND ends_at > verbond_now() AND ($2::uuid IS NULL OR ends_at > (SELECT ends_at FROM milestones WHERE id = $2))
     ORDER BY ends_at, key`,
    [callId, after],
  );
  if (named == null) return ahead[0] ?? null;
  const chosen = ahead.find(({ id, key }) => id === named.toLowerCase() || key === named);
  if (chosen !== undefined) return chosen;
  const which = ahead.length === 0 ? 'the call has none that is exact and ahead' : `the call has ${ahead.map(({ key }) => key).join(', ')}`;
  throw new InvalidInput('submission', `there is no such submission ahead: ${which}.`);
}
