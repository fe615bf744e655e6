import type { EntityManager } from 'typeorm';
import { Forbidden } from '#libs/platform';
import type { ExpressionRecord } from './expression-record.js';
import type { TrackRecord } from './track-record.js';

/** An organisation in an expression. */
export interface ExpressionMemberRow {
  readonly expressionId: string;
  /** Null for one that is only named. */
  readonly organisationId: string | null;
  readonly name: string;
  readonly country: string | null;
  /** Whether it said yes itself. */
  readonly agreed: boolean;
}

/**
 * Writes anew who is in an expression: the lead, then those in the consortium or asked to be, in the order in which they
 * came, then whom it names beside them.
 */
async function writeMembers(manager: EntityManager, { id, leadId, consortiumId, partners }: ExpressionRecord): Promise<void> {
  await manager.query('DELETE FROM expression_members WHERE expression_id = $1', [id]);
  await manager.query(
    `INSERT INTO expression_members (expression_id, position, organisation_id, name, country, agreed)
     SELECT $1, row_number() OVER (ORDER BY rank, place), organisation_id, name, country, agreed
     FROM (
       SELECT DISTINCT ON (coalesce(organisation_id::text, place::text)) * FROM (
         SELECT 1 AS rank, 0 AS place, $2::uuid AS organisation_id, NULL AS name, NULL AS country, true AS agreed
         UNION ALL
         SELECT 2, row_number() OVER (ORDER BY m.begun_at, m.id), m.organisation_id, NULL, NULL, s.state <> 'SENT'
         FROM memberships m JOIN membership_states s ON s.id = m.id
         WHERE m.consortium_id = $3 AND s.state IN ('SENT', 'ACCEPTED', 'CONFIRMED') AND NOT m.standby
         UNION ALL
         SELECT 3, position, "organisationId", name, country, false
         FROM ROWS FROM (jsonb_to_recordset($4) AS ("organisationId" uuid, name text, country text)) WITH ORDINALITY
           AS p ("organisationId", name, country, position)
       ) AS all_named ORDER BY coalesce(organisation_id::text, place::text), rank
     ) AS once`,
    [id, leadId, consortiumId, JSON.stringify(partners)],
  );
}

/** Of expressions, who is in them, the lead first. */
export function readMembers(manager: EntityManager, expressionIds: readonly string[]): Promise<ExpressionMemberRow[]> {
  return manager.query(
    `SELECT m.expression_id AS "expressionId", m.organisation_id AS "organisationId", coalesce(o.name, m.name) AS name,
       coalesce(o.country, m.country) AS country, m.agreed
     FROM expression_members m LEFT JOIN organisations o ON o.id = m.organisation_id
     WHERE m.expression_id = ANY($1::uuid[]) ORDER BY m.expression_id, m.position`,
    [expressionIds],
  );
}

/** The people of organisations. @returns ids, in order */
export async function staffOf(manager: EntityManager, organisationIds: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT person_id AS id FROM roles WHERE organisation_id = ANY($1::uuid[]) AND role IN ('MEMBER', 'REPRESENTATIVE') ORDER BY 1`,
    [organisationIds],
  );
  return rows.map(({ id }) => id);
}

/** Writes anew who is in it. @throws Forbidden when the body that recommends would be a member where it may not */
export async function renewMembers(manager: EntityManager, track: TrackRecord, expression: ExpressionRecord): Promise<ExpressionMemberRow[]> {
  await writeMembers(manager, expression);
  const members = await readMembers(manager, [expression.id]);
  if (!track.bodyMayBeMember && members.some(({ organisationId }) => organisationId === track.bodyId)) {
    throw new Forbidden(`${track.bodyName} recommends on this track, so it cannot be a member.`);
  }
  return members;
}
