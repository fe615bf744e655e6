import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog, belongsTo, COMMAND_LINE, isKnown, type Viewer } from '#libs/accounts';
import { Clock, NotFound, Unauthenticated } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { requireLiving } from '../states/consortium-states.js';
import { MEMBERSHIP, type MembershipEvent } from '../states/membership-states.js';
import { advance } from '../states/state-machine.js';
import { findMembership, type MembershipRecord } from './membership-record.js';

/** A membership whose consortium is locked: nobody else changes either. */
export interface HeldMembership {
  readonly manager: EntityManager;
  readonly consortium: ConsortiumRecord;
  readonly membership: MembershipRecord;
  /** Read before the membership was: whatever has not expired since is in time. */
  readonly now: Date;
}

/** What a change writes beside the state. */
type Written = Partial<{
  readonly answered_at: Date;
  readonly ended_at: Date;
  readonly reason: string | null;
  readonly seat_id: string | null;
  readonly replaced_by: string;
  readonly expires_at: Date;
  readonly consent_by: string | null;
  readonly consent_text: string;
  readonly consented_at: Date;
  readonly mandate_document_id: string | null;
}>;

/** Lets one change at a time happen to who is in a consortium. */
@Injectable()
export class Memberships {
  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** A membership, for the organisation's people and the lead's, also once it is over. @throws Unauthenticated, NotFound */
  async membership(viewer: Viewer, id: string, manager: EntityManager = this.database.manager): Promise<MembershipRecord> {
    if (!isKnown(viewer)) throw new Unauthenticated();
    const found = await findMembership(manager, id);
    if (found === undefined || !concerns(viewer, found)) throw new NotFound('memberId', id);
    return found;
  }

  /**
   * Lets something happen to a membership of a consortium that is not over. Whoever comes too late to see the consortium
   * still hears how its own membership stands.
   * @param may refuses a viewer who may not do this
   * @returns its id
   * @throws Unauthenticated, NotFound, Conflict, and what `may` and `change` throw
   */
  changing(
    viewer: Viewer,
    id: string,
    may: (viewer: Viewer, membership: MembershipRecord) => void,
    change: (held: HeldMembership) => Promise<void>,
  ): Promise<string> {
    return this.database.transaction(async (manager) => {
      const { consortiumId } = await this.membership(viewer, id, manager);
      await this.consortia.held(manager, COMMAND_LINE, consortiumId, async (consortium) => {
        const now = await this.clock.now(manager);
        const membership = await this.membership(viewer, id, manager);
        may(viewer, membership);
        requireLiving(consortium);
        await change({ manager, consortium, membership, now });
      });
      return id;
    });
  }

  /** Takes a membership to the state that an event leads to. @throws Conflict with the state that it is in */
  async advance(viewer: Viewer, held: HeldMembership, event: MembershipEvent, written: Written = {}, facts: object = {}): Promise<void> {
    const { manager, consortium, membership } = held;
    const state = advance(MEMBERSHIP, 'This membership', membership.state, event);
    const columns = Object.keys(written).map((column, i) => `, ${column} = $${i + 3}`);
    await manager.query(`UPDATE memberships SET state = $2${columns.join('')} WHERE id = $1`, [membership.id, state, ...Object.values(written)]);
    await this.note(viewer, manager, consortium, `MEMBER_${event}`, { member: membership.organisationId, ...facts });
  }

  /** Keeps who did what to those in a consortium: as the lead where the viewer belongs to it, else as whom it acts for. */
  async note(viewer: Viewer, manager: EntityManager, { id, leadId }: ConsortiumRecord, action: string, facts: object): Promise<void> {
    const actor = belongsTo(viewer, leadId) ? leadId : viewer.mandates.find(({ organisationId }) => Object.values(facts).includes(organisationId))?.organisationId;
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id, action, ...(actor !== undefined && { organisationId: actor }), facts: { ...facts } });
  }

  /** A consortium that was ready is to be looked at again, once who is in it has changed. */
  async reopen(viewer: Viewer, manager: EntityManager, consortium: ConsortiumRecord, facts: object): Promise<void> {
    if (consortium.state === 'READY') await this.consortia.advance(manager, viewer, consortium, 'REOPEN', facts);
  }
}

/** What is only written down is the lead's affair. */
function concerns(viewer: Viewer, { leadId, organisationId, state }: MembershipRecord): boolean {
  return belongsTo(viewer, leadId) || (state !== 'DRAFT' && belongsTo(viewer, organisationId));
}

/** @throws Conflict where an event does not fit the state of a membership */
export function requirePossible({ state }: MembershipRecord, event: MembershipEvent): void {
  advance(MEMBERSHIP, 'This membership', state, event);
}
