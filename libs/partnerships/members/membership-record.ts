import type { EntityManager } from 'typeorm';
import { isUuid } from '#libs/directory';
import type { MemberRole } from '#libs/eligibility';
import type { MembershipState } from '../states/membership-states.js';

/** The roles that are given: whoever leads is the coordinator. */
export const GIVEN_ROLES = ['CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER'] as const satisfies readonly MemberRole[];
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** An invitation, a request to join, or a member, as it stands. */
export interface MembershipRecord {
  readonly id: string;
  readonly consortiumId: string;
  readonly leadId: string;
  readonly organisationId: string;
  readonly seatId: string | null;
  readonly role: GivenRole;
  readonly standby: boolean;
  readonly state: MembershipState;
  readonly expiresAt: Date | null;
  /** The member that it replaces once it is accepted. */
  readonly replaces: string | null;
}

/** SQL: memberships as `m`, with how they stand. */
const SELECT_MEMBERSHIP = `
  SELECT m.id, m.consortium_id AS "consortiumId", c.lead_id AS "leadId", m.organisation_id AS "organisationId", m.seat_id AS "seatId",
    m.role, m.standby, s.state, m.expires_at AS "expiresAt", m.replaces
  FROM memberships m JOIN membership_states s ON s.id = m.id JOIN consortia c ON c.id = m.consortium_id`;

export async function findMembership(manager: EntityManager, id: string): Promise<MembershipRecord | undefined> {
  const [row] = isUuid(id) ? await manager.query<MembershipRecord[]>(`${SELECT_MEMBERSHIP} WHERE m.id = $1`, [id]) : [];
  return row;
}

/** The memberships of a consortium that are in some states. */
export function membershipsIn(manager: EntityManager, consortiumId: string, states: readonly MembershipState[]): Promise<MembershipRecord[]> {
  return manager.query(`${SELECT_MEMBERSHIP} WHERE m.consortium_id = $1 AND s.state = ANY($2) ORDER BY m.begun_at, m.id`, [consortiumId, states]);
}
