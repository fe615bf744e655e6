import type { EntityManager } from 'typeorm';

/** Who holds a role in an organisation, with the zone in which each reads times. */
export function peopleOf(manager: EntityManager, organisationId: string): Promise<{ personId: string; zone: string }[]> {
  return manager.query(
    `SELECT DISTINCT p.id AS "personId", p.zone FROM roles r JOIN people p ON p.id = r.person_id WHERE r.organisation_id = $1`,
    [organisationId],
  );
}
