import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { grouped } from '#libs/directory';
import type { ConsortiumMember } from './consortium.type.js';

const MEMBERS = `
  SELECT m.id, m.consortium_id AS "consortiumId", m.organisation_id AS "organisationUuid", s.state, m.standby, m.seat_id AS "seatId",
    CASE WHEN m.organisation_id = c.lead_id THEN 'COORDINATOR' ELSE m.role END AS role,
    m.expires_at AS "expiresAt", m.consented_at AS "consentedAt"
  FROM memberships m JOIN membership_states s ON s.id = m.id JOIN consortia c ON c.id = m.consortium_id`;

/** Who is in consortia, or was, or is asked or asks to be. The caller has read each consortium as its viewer. */
@Injectable()
export class MembersService {
  constructor(private readonly database: DataSource) {}

  /** By consortium, in the order in which they came. */
  async ofConsortia(ids: readonly string[], manager: EntityManager = this.database.manager): Promise<Map<string, ConsortiumMember[]>> {
    const sql = `${MEMBERS} WHERE m.consortium_id = ANY($1::uuid[]) AND m.state <> 'DRAFT' ORDER BY m.begun_at, m.id`;
    const rows = await manager.query<(ConsortiumMember & { consortiumId: string })[]>(sql, [ids]);
    return grouped(rows, ({ consortiumId }) => consortiumId);
  }
}
