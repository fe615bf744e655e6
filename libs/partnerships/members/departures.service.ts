import { Injectable } from '@nestjs/common';
import type { Viewer } from '#libs/accounts';
import { requiredText, textOf } from '#libs/platform';
import { asLead, ConsortiaService } from '../consortia/consortia.service.js';
import { News } from '../news/news.service.js';
import type { NewsKind } from '../news/news-kinds.js';
import { Tasks } from '../tasks/tasks.service.js';
import { Consequences } from './consequences.service.js';
import { membershipsIn, type MembershipRecord } from './membership-record.js';
import { Memberships, type HeldMembership } from './memberships.service.js';
import { asItsLead, asItsRepresentative, asMember, requireNotLead } from './who-may.js';

const LONGEST_REASON = 2000;
const TOLD = { LEAVE: 'LEFT', REMOVE: 'REMOVED', REPLACE: 'REPLACED' } as const satisfies Record<string, NewsKind>;

/** How organisations go out of a consortium, and how it ends. */
@Injectable()
export class Departures {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly memberships: Memberships,
    private readonly consequences: Consequences,
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /** A member leaves, and takes back its consent: by its representative once that was given. @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict */
  async leave(viewer: Viewer, memberId: string, why: string | null): Promise<string> {
    const reason = textOf('reason', why ?? '', LONGEST_REASON) || null;
    const may = (one: Viewer, membership: MembershipRecord): void => { (membership.state === 'CONFIRMED' ? asItsRepresentative : asMember)(one, membership); };
    return this.memberships.changing(viewer, memberId, may, (held) => this.end(viewer, held, 'LEAVE', reason));
  }

  /** The lead removes a member and says why. @throws as {@link leave} */
  async remove(viewer: Viewer, memberId: string, why: string): Promise<string> {
    const reason = requiredText('reason', why, LONGEST_REASON);
    return this.memberships.changing(viewer, memberId, asItsLead, (held) => this.end(viewer, held, 'REMOVE', reason));
  }

  /** Ends a membership, with all that follows. @param by the membership that takes its place @throws Conflict */
  async end(viewer: Viewer, held: HeldMembership, event: keyof typeof TOLD, reason: string | null, by?: string): Promise<void> {
    const { manager, consortium, membership, now } = held;
    const { id, organisationId } = membership;
    requireNotLead(membership);
    const written = { ended_at: now, reason, ...(by !== undefined && { replaced_by: by }) };
    await this.memberships.advance(viewer, held, event, written, reason === null ? {} : { reason });
    await this.tasks.end(manager, id);
    await manager.query('UPDATE consortia SET next_lead_id = NULL WHERE id = $1 AND next_lead_id = $2', [consortium.id, organisationId]);
    await this.consequences.follow(manager, viewer, consortium, { member: organisationId });
    const staying = membership.standby ? [consortium.leadId] : await this.insiders(held);
    await this.news.tell(manager, viewer, [{
      kind: TOLD[event], subject: 'MEMBERSHIP', subjectId: id, revision: consortium.version, to: event === 'LEAVE' ? staying : [organisationId, ...staying],
    }]);
  }

  /** The lead ends it all. @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict once it was submitted */
  async dissolve(viewer: Viewer, consortiumId: string, why: string): Promise<void> {
    const reason = requiredText('reason', why, LONGEST_REASON);
    await this.consortia.changing(viewer, consortiumId, asLead, async (manager, consortium) => {
      await this.consortia.advance(manager, viewer, consortium, 'DISSOLVE', { reason });
      const asked = await membershipsIn(manager, consortium.id, ['DRAFT', 'SENT', 'REQUESTED']);
      const members = await membershipsIn(manager, consortium.id, ['ACCEPTED', 'CONFIRMED']);
      await manager.query(
        `UPDATE memberships SET state = 'REVOKED', reason = 'DISSOLVED', ended_at = verbond_now() WHERE id = ANY($1::uuid[])`,
        [asked.map(({ id }) => id)],
      );
      await manager.query('UPDATE consortia SET next_lead_id = NULL WHERE id = $1', [consortium.id]);
      await manager.query('UPDATE invitation_links SET revoked_at = verbond_now() WHERE consortium_id = $1 AND revoked_at IS NULL AND membership_id IS NULL', [consortium.id]);
      for (const subject of [consortium.id, ...[...asked, ...members].map(({ id }) => id)]) await this.tasks.end(manager, subject);
      const known = [...asked.filter(({ state }) => state !== 'DRAFT'), ...members].map(({ organisationId }) => organisationId);
      await this.news.tell(manager, viewer, [{ kind: 'DISSOLVED', subject: 'CONSORTIUM', subjectId: consortium.id, revision: consortium.version, to: known }]);
    });
  }

  private async insiders({ manager, consortium }: HeldMembership): Promise<string[]> {
    return (await membershipsIn(manager, consortium.id, ['ACCEPTED', 'CONFIRMED'])).map(({ organisationId }) => organisationId);
  }
}
