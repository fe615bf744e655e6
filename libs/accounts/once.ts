import type { EntityManager } from 'typeorm';
import { Conflict, InvalidInput } from '#libs/platform';
import type { Viewer } from './viewer.js';

const LONGEST_KEY = 200;

/**
 * Creates something once for each `Idempotency-Key` of a person: asked again with the same words it gives the id that
 * was made then, and whoever asks at the same moment waits for the first. Without a key it just creates.
 * @param manager the transaction of the write; nothing in it may be locked yet
 * @param mutation what is created: one key may serve different mutations
 * @param given what was asked for, as JSON
 * @param make writes it, and gives its id
 * @throws Conflict when the key was used for something else, InvalidInput for a key that is none
 */
export async function once(
  manager: EntityManager,
  viewer: Viewer,
  mutation: string,
  given: object,
  make: () => Promise<string>,
): Promise<string> {
  const { personId, idempotencyKey: key } = viewer;
  if (key === undefined || personId === undefined) return make();
  if (key === '' || key.length > LONGEST_KEY) throw new InvalidInput('Idempotency-Key', `is a text of 1 to ${LONGEST_KEY} characters.`);
  const claimed = await manager.query<unknown[]>(
    `INSERT INTO idempotency_keys (person_id, key, mutation, given, made_at) VALUES ($1, $2, $3, $4, verbond_now())
     ON CONFLICT DO NOTHING RETURNING 1`,
    [personId, key, mutation, given],
  );
  if (claimed.length > 0) return keep(manager, [personId, key, mutation], await make());
  const [known] = await manager.query<{ id: string | null; same: boolean }[]>(
    'SELECT made_id AS id, given = $4::jsonb AS same FROM idempotency_keys WHERE person_id = $1 AND key = $2 AND mutation = $3',
    [personId, key, mutation, given],
  );
  if (known?.id == null || !known.same) throw new Conflict('This Idempotency-Key was used for something else.');
  return known.id;
}

async function keep(manager: EntityManager, key: readonly string[], id: string): Promise<string> {
  const sql = 'UPDATE idempotency_keys SET made_id = $4 WHERE person_id = $1 AND key = $2 AND mutation = $3';
  await manager.query(sql, [...key, id]);
  return id;
}
