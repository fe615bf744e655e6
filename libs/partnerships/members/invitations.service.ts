import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { OrganisationsService } from '#libs/directory';
import { Forbidden, NotFound, textOf } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import { News } from '../news/news.service.js';
import { SeatHolds } from '../seats/seat-holds.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { Departures } from './departures.service.js';
import { findMembership, type GivenRole, type MembershipRecord } from './membership-record.js';
import { Memberships, requirePossible, type HeldMembership } from './memberships.service.js';
import { Offers } from './offers.service.js';
import { asItsLead, asMember, requireNotLead } from './who-may.js';

/** Whom the lead wants, and for what. */
export interface Invitation {
  /** Id or code. */
  readonly organisationId: string;
  readonly seatId?: string | null;
  readonly role?: GivenRole | null;
  readonly message?: string | null;
  readonly expiresAt?: Date | null;
  readonly standby?: boolean;
  /** Only written down, to be sent later. */
  readonly draft?: boolean;
}

const LONGEST_REASON = 2000;

/** Invitations from the lead, requests to it, and the answers to both. */
@Injectable()
export class Invitations {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly memberships: Memberships,
    private readonly offers: Offers,
    private readonly departures: Departures,
    private readonly holds: SeatHolds,
    private readonly organisations: OrganisationsService,
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /** @returns the membership's id @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async invite(viewer: Viewer, consortiumId: string, { draft = false, ...given }: Invitation): Promise<string> {
    const organisationId = await this.known(viewer, given.organisationId);
    const call = { mutation: 'inviteMember', given: { consortiumId, draft, ...given } };
    return this.consortia.creating(viewer, consortiumId, call, asLead, (manager, consortium) =>
      this.offers.make(manager, viewer, consortium, { ...given, organisationId, state: draft ? 'DRAFT' : 'SENT' }),
    );
  }

  /** Invites somebody in the place of a member, which stays until that is accepted. @throws as {@link invite} */
  async replace(viewer: Viewer, memberId: string, given: Pick<Invitation, 'organisationId' | 'message' | 'expiresAt'>): Promise<string> {
    const organisationId = await this.known(viewer, given.organisationId);
    const { consortiumId } = await this.memberships.membership(viewer, memberId);
    const call = { mutation: 'replaceMember', given: { memberId, ...given } };
    return this.consortia.creating(viewer, consortiumId, call, asLead, async (manager, consortium) => {
      const leaver = await this.memberships.membership(viewer, memberId, manager);
      requireNotLead(leaver);
      requirePossible(leaver, 'REPLACE');
      const { seatId, role } = leaver;
      return this.offers.make(manager, viewer, consortium, { ...given, organisationId, seatId, role, state: 'SENT', replaces: leaver.id });
    });
  }

  /** Sends one that was only written down. @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  send(viewer: Viewer, memberId: string): Promise<string> {
    return this.memberships.changing(viewer, memberId, asItsLead, async (held) => {
      const { manager, consortium, membership: { id, organisationId } } = held;
      const expiresAt = await this.offers.expiry(manager, null, consortium);
      await this.memberships.advance(viewer, held, 'SEND', { expires_at: expiresAt });
      await this.offers.send(manager, viewer, consortium, { id, organisationId, expiresAt });
    });
  }

  /** The lead takes an invitation back, or an organisation its request. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  revoke(viewer: Viewer, memberId: string): Promise<string> {
    const may = (one: Viewer, membership: MembershipRecord): void => { (membership.state === 'REQUESTED' ? asMember : asItsLead)(one, membership); };
    return this.memberships.changing(viewer, memberId, may, async (held) => {
      const { manager, consortium, membership, now } = held;
      await this.memberships.advance(viewer, held, 'REVOKE', { ended_at: now });
      await this.tasks.end(manager, membership.id);
      if (membership.state === 'DRAFT') return;
      const other = membership.state === 'REQUESTED' ? consortium.leadId : membership.organisationId;
      await this.news.tell(manager, viewer, [{ kind: 'REVOKED', subject: 'MEMBERSHIP', subjectId: membership.id, revision: 0, to: [other] }]);
    });
  }

  /** @param byLead whether it is the lead that answers a request, or else the organisation an invitation @throws as {@link revoke} */
  accept(viewer: Viewer, memberId: string, byLead: boolean): Promise<string> {
    return this.memberships.changing(viewer, memberId, answering(byLead), async (held) => {
      const { manager, consortium, membership, now } = held;
      const { id, organisationId, leadId, standby } = membership;
      if (membership.replaces !== null) await this.makeRoom(viewer, held, membership.replaces);
      await this.memberships.advance(viewer, held, 'ACCEPT', { answered_at: now });
      await this.tasks.end(manager, id, null, viewer);
      await this.news.tell(manager, viewer, [{
        kind: byLead ? 'ADMITTED' : 'ACCEPTED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [byLead ? organisationId : leadId],
      }]);
      if (standby) return;
      await this.offers.askToConfirm(manager, consortium, membership);
      if (membership.seatId !== null) await this.holds.release(manager, viewer, membership.seatId, 'SEAT_TAKEN', consortium.version);
    });
  }

  /** @throws as {@link revoke} */
  async decline(viewer: Viewer, memberId: string, byLead: boolean, why: string | null): Promise<string> {
    const reason = textOf('reason', why ?? '', LONGEST_REASON) || null;
    return this.memberships.changing(viewer, memberId, answering(byLead), async (held) => {
      const { manager, membership: { id, organisationId, leadId }, now } = held;
      await this.memberships.advance(viewer, held, 'DECLINE', { answered_at: now, ended_at: now, reason });
      await this.tasks.end(manager, id, null, viewer);
      await this.news.tell(manager, viewer, [{
        kind: byLead ? 'NOT_ADMITTED' : 'DECLINED', subject: 'MEMBERSHIP', subjectId: id, revision: 0, to: [byLead ? organisationId : leadId],
      }]);
    });
  }

  private async makeRoom(viewer: Viewer, held: HeldMembership, replaced: string): Promise<void> {
    const leaver = await findMembership(held.manager, replaced);
    if (leaver === undefined || !['ACCEPTED', 'CONFIRMED'].includes(leaver.state)) return;
    await this.departures.end(viewer, { ...held, membership: leaver }, 'REPLACE', null, held.membership.id);
  }

  private async known(viewer: Viewer, organisation: string): Promise<string> {
    const id = await this.organisations.resolveId(viewer, organisation);
    if (id === undefined) throw new NotFound('organisationId', organisation);
    return id;
  }
}

/** An invitation is answered by the organisation, a request by the lead: nobody answers their own. */
const answering = (byLead: boolean) => (viewer: Viewer, membership: MembershipRecord): void => {
  if (byLead) asItsLead(viewer, membership);
  else asMember(viewer, membership);
  if (membership.state === (byLead ? 'SENT' : 'REQUESTED')) throw new Forbidden('The other side answers this.');
};
