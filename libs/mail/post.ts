import type { EntityManager } from 'typeorm';
import type { NewMessage } from './message.js';

/**
 * Writes messages in the transaction of what they are about. A message that is there already is left alone, unless it
 * still waits with another time or was withdrawn: then it is due again as given.
 */
export async function post(manager: EntityManager, messages: readonly NewMessage[]): Promise<void> {
  const column = <K extends keyof NewMessage>(name: K): NewMessage[K][] => messages.map((message) => message[name]);
  await manager.query(POST, [
    column('personId'),
    column('template'),
    column('subjectKind'),
    column('subjectId'),
    column('revision'),
    column('offset'),
    column('dueAt'),
    column('expiresAt'),
    messages.map(({ whenInDoubt }) => whenInDoubt ?? 'HOLD'),
  ]);
}

const POST = `
  INSERT INTO messages AS old (person_id, template, subject_kind, subject_id, revision, "offset", due_at, expires_at, when_in_doubt)
  SELECT * FROM unnest(
    $1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::int[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::text[])
  ORDER BY 1, 4, 5, 6 -- two writers of the same messages wait for each other in one order
  ON CONFLICT (person_id, subject_kind, subject_id, revision, "offset") DO UPDATE
  SET state = 'DUE', reason = NULL, settled_at = NULL, due_at = excluded.due_at, expires_at = excluded.expires_at,
    when_in_doubt = excluded.when_in_doubt
  WHERE old.state = 'SKIPPED'
    OR old.state = 'DUE' AND (old.due_at, old.expires_at) IS DISTINCT FROM (excluded.due_at, excluded.expires_at)`;

/** Takes back messages that have not been handed over yet; the others are left alone. */
export async function withdraw(manager: EntityManager, messages: readonly { id: string; reason: string }[]): Promise<void> {
  await manager.query(
    `UPDATE messages SET state = 'SKIPPED', reason = w.reason, claim = NULL, lease_until = NULL, settled_at = verbond_now()
     FROM unnest($1::uuid[], $2::text[]) AS w (id, reason)
     WHERE messages.id = w.id AND state IN ('DUE', 'CLAIMED')`,
    [messages.map(({ id }) => id), messages.map(({ reason }) => reason)],
  );
}
