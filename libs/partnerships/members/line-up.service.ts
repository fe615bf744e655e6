import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { Conflict } from '#libs/platform';
import { News } from '../news/news.service.js';
import { SeatHolds } from '../seats/seat-holds.service.js';
import { Consequences } from './consequences.service.js';
import { findMembership, type GivenRole } from './membership-record.js';
import { Memberships, requirePossible } from './memberships.service.js';
import { Offers } from './offers.service.js';
import { asItsLead } from './who-may.js';

/** A seat that somebody else has by now is not taken with one from the bench. */
const PROMOTE = `
  UPDATE memberships m SET standby = false, seat_id = CASE WHEN EXISTS (SELECT FROM memberships o
    WHERE o.seat_id = m.seat_id AND o.state IN ('ACCEPTED', 'CONFIRMED') AND NOT o.standby) THEN NULL ELSE seat_id END
  WHERE id = $1`;

/** What the lead decides of those who are in: their roles, and who comes from the bench. */
@Injectable()
export class LineUp {
  constructor(
    private readonly memberships: Memberships,
    private readonly consequences: Consequences,
    private readonly offers: Offers,
    private readonly holds: SeatHolds,
    private readonly news: News,
  ) {}

  /** @throws Unauthenticated, NotFound, Forbidden, Conflict */
  changeRole(viewer: Viewer, memberId: string, role: GivenRole): Promise<string> {
    return this.memberships.changing(viewer, memberId, asItsLead, async ({ manager, consortium, membership }) => {
      const { id, organisationId, leadId, state } = membership;
      requirePossible(membership, ['ACCEPTED', 'CONFIRMED'].includes(state) ? 'LEAVE' : 'ACCEPT');
      if (organisationId === leadId) throw new Conflict('Whoever leads is the coordinator: hand over the lead first.');
      if (role === membership.role) return;
      await manager.query('UPDATE memberships SET role = $2 WHERE id = $1', [id, role]);
      await this.memberships.note(viewer, manager, consortium, 'MEMBER_ROLE', { member: organisationId, from: membership.role, to: role });
      await this.consequences.follow(manager, viewer, consortium, { member: organisationId });
      await this.news.tell(manager, viewer, [{ kind: 'ROLE_CHANGED', subject: 'MEMBERSHIP', subjectId: id, revision: consortium.version, to: [organisationId] }]);
    });
  }

  /** Who stood by is wanted now, and is asked to confirm. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  promote(viewer: Viewer, memberId: string): Promise<string> {
    return this.memberships.changing(viewer, memberId, asItsLead, async ({ manager, consortium, membership }) => {
      const { id, organisationId } = membership;
      requirePossible(membership, 'CONFIRM');
      if (!membership.standby) throw new Conflict('It does not stand by: it is in the consortium already.');
      await manager.query(PROMOTE, [id]);
      await this.memberships.note(viewer, manager, consortium, 'MEMBER_PROMOTE', { member: organisationId });
      await this.offers.askToConfirm(manager, consortium, membership);
      await this.news.tell(manager, viewer, [{ kind: 'PROMOTED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [organisationId] }]);
      const seatId = (await findMembership(manager, id))?.seatId;
      if (seatId != null) await this.holds.release(manager, viewer, seatId, 'SEAT_TAKEN', consortium.version);
    });
  }
}
