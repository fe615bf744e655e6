import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationsOf, type Viewer } from '#libs/accounts';
import { grouped } from '#libs/directory';
import type { ConsortiumMember } from './consortium.type.js';

/** What passed between the lead and an organisation is theirs alone; $2 are the organisations of the viewer. */
const BETWEEN = `ARRAY[m.organisation_id, c.lead_id] && $2::uuid[]`;

const MEMBERS = `
  SELECT m.id, m.consortium_id AS "consortiumId", m.organisation_id AS "organisationUuid", s.state, m.standby, m.seat_id AS "seatId",
    CASE WHEN m.organisation_id = c.lead_id THEN 'COORDINATOR' ELSE m.role END AS role,
    m.expires_at AS "expiresAt", m.consented_at AS "consentedAt", m.consent_text AS "consentText", m.mandate_document_id AS "mandateDocumentId",
    CASE WHEN ${BETWEEN} THEN nullif(m.message, '') END AS note, CASE WHEN ${BETWEEN} THEN m.reason END AS reason,
    m.replaces, m.replaced_by AS "replacedBy"
  FROM memberships m JOIN membership_states s ON s.id = m.id JOIN consortia c ON c.id = m.consortium_id`;

/** Those who are in it see everybody; who is only asked, or asks, sees its members; what is written down is the lead's. */
const SHOWN = `
  (m.organisation_id = ANY($2::uuid[]) OR m.state IN ('ACCEPTED', 'CONFIRMED')
    OR EXISTS (SELECT FROM memberships own WHERE own.consortium_id = c.id AND own.organisation_id = ANY($2::uuid[]) AND own.state IN ('ACCEPTED', 'CONFIRMED')))
  AND m.state <> 'DRAFT' OR c.lead_id = ANY($2::uuid[])`;

/** Who is in consortia, or was, or is asked or asks to be. The caller has read each consortium as its viewer. */
@Injectable()
export class MembersService {
  constructor(private readonly database: DataSource) {}

  /** By consortium, in the order in which they came. */
  async ofConsortia(viewer: Viewer, ids: readonly string[]): Promise<Map<string, ConsortiumMember[]>> {
    const sql = `${MEMBERS} WHERE m.consortium_id = ANY($1::uuid[]) AND (${SHOWN}) ORDER BY m.begun_at, m.id`;
    return grouped(await this.database.query<ConsortiumMember[]>(sql, [ids, organisationsOf(viewer)]), ({ consortiumId }) => consortiumId);
  }

  /** One that the viewer may know of, also once it is over. */
  async member(viewer: Viewer, id: string): Promise<ConsortiumMember> {
    const [row] = await this.database.query<ConsortiumMember[]>(`${MEMBERS} WHERE m.id = $1`, [id, organisationsOf(viewer)]);
    if (row === undefined) throw new Error(`Membership ${id} is not there.`);
    return row;
  }
}
