import type { EntityManager } from 'typeorm';
import { isUuid } from '#libs/directory';
import { NotFound } from '#libs/platform';

/** A consortium is open to an organisation if its idea is shown to it: to all, or to partners of past projects. */
const OPEN = `
  SELECT c.id FROM consortia c JOIN ideas i ON i.id = c.idea_id
  WHERE c.id = $1 AND (i.visibility = 'PUBLIC' OR i.visibility = 'PARTNERS' AND EXISTS (
      SELECT FROM participations p JOIN participations q ON q.project_id = p.project_id
      WHERE p.organisation_id = i.organisation_id AND q.organisation_id = $2))`;

/** @throws NotFound for a consortium that the organisation does not know of */
export async function requireOpen(manager: EntityManager, consortiumId: string, organisationId: string): Promise<void> {
  const found = isUuid(consortiumId) ? await manager.query<unknown[]>(OPEN, [consortiumId, organisationId]) : [];
  if (found.length === 0) throw new NotFound('consortiumId', consortiumId);
}
