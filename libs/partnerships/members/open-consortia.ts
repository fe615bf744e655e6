import type { EntityManager } from 'typeorm';
import { isUuid } from '#libs/directory';
import { NotFound } from '#libs/platform';
import { visibleIdeas } from '../ideas/idea-record.js';

/** A consortium is open to an organisation if it chose to be found, or if the organisation may know of its idea. */
const OPEN = `
  SELECT FROM consortia c JOIN ideas i ON i.id = c.idea_id JOIN idea_states s ON s.id = i.id
  WHERE c.id = $1 AND (c.open_to_requests OR ${visibleIdeas('$2')})`;

/** @throws NotFound for a consortium that the organisation does not know of */
export async function requireOpen(manager: EntityManager, consortiumId: string, organisationId: string): Promise<void> {
  const found = isUuid(consortiumId) ? await manager.query<unknown[]>(OPEN, [consortiumId, [organisationId]]) : [];
  if (found.length === 0) throw new NotFound('consortiumId', consortiumId);
}
