import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { represents, type Viewer } from '#libs/accounts';
import { Conflict, Forbidden } from '#libs/platform';
import { ConsortiaService } from '../consortia/consortia.service.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { News } from '../news/news.service.js';
import { Tasks } from '../tasks/tasks.service.js';
import { requireLiving } from '../states/consortium-states.js';
import { Consequences } from './consequences.service.js';
import { membershipsIn, type MembershipRecord } from './membership-record.js';
import { Memberships } from './memberships.service.js';
import { requireNotLead } from './who-may.js';

/** The lead is one column: handing it over is one write, at which there is one coordinator before and one after. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly memberships: Memberships,
    private readonly consequences: Consequences,
    private readonly tasks: Tasks,
    private readonly news: News,
  ) {}

  /** A representative of the lead offers it to a confirmed co-applicant. @returns the consortium's id @throws Unauthenticated, NotFound, Forbidden, Conflict */
  async propose(viewer: Viewer, memberId: string): Promise<string> {
    await this.memberships.changing(viewer, memberId, representsLead, async ({ manager, consortium, membership }) => {
      const { id, organisationId, role, state } = membership;
      requireNotLead(membership);
      if (state !== 'CONFIRMED' || role !== 'CO_APPLICANT') {
        throw new Conflict('The lead is offered to a confirmed co-applicant.', { state, possible: [] });
      }
      const [, offered] = await manager.query<[unknown, number]>('UPDATE consortia SET next_lead_id = $2 WHERE id = $1 AND next_lead_id IS NULL', [consortium.id, organisationId]);
      if (offered === 0) throw new Conflict('The lead is offered to somebody already: take that back first.');
      await this.memberships.note(viewer, manager, consortium, 'HAND_OVER_PROPOSE', { member: organisationId });
      await this.tasks.open(manager, [{
        kind: 'ANSWER_HAND_OVER', subjectKind: 'CONSORTIUM', subjectId: consortium.id, owner: { organisationId, role: 'REPRESENTATIVE' }, facts: { consortium: consortium.name },
      }]);
      await this.news.tell(manager, viewer, [{ kind: 'HAND_OVER', subject: 'MEMBERSHIP', subjectId: id, revision: consortium.version, to: [organisationId] }]);
    });
    return (await this.memberships.membership(viewer, memberId)).consortiumId;
  }

  /** A representative of whom it is offered to takes the lead. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  async accept(viewer: Viewer, consortiumId: string): Promise<void> {
    await this.consortia.changing(viewer, consortiumId, representsOneOfThem, async (manager, consortium) => {
      requireLiving(consortium);
      const next = await this.offered(manager, consortium);
      if (!represents(viewer, next.organisationId)) throw new Forbidden('Whoever is to lead accepts this, by a representative.');
      await manager.query('UPDATE consortia SET lead_id = next_lead_id, next_lead_id = NULL WHERE id = $1', [consortium.id]);
      await this.memberships.note(viewer, manager, consortium, 'HAND_OVER', { from: consortium.leadId, to: next.organisationId });
      await this.tasks.end(manager, consortium.id, 'ANSWER_HAND_OVER', viewer);
      await moveTasks(manager, consortium, next.organisationId);
      await this.consequences.follow(manager, viewer, { ...consortium, leadId: next.organisationId }, { lead: next.organisationId });
      const insiders = await membershipsIn(manager, consortium.id, ['ACCEPTED', 'CONFIRMED']);
      await this.news.tell(manager, viewer, [{
        kind: 'HANDED_OVER', subject: 'MEMBERSHIP', subjectId: next.id, revision: consortium.version, to: insiders.map(({ organisationId }) => organisationId),
      }]);
    });
  }

  /** Whoever is to lead declines, or the lead takes the offer back. @throws Unauthenticated, NotFound, Forbidden, Conflict */
  async end(viewer: Viewer, consortiumId: string): Promise<void> {
    await this.consortia.changing(viewer, consortiumId, representsOneOfThem, async (manager, consortium) => {
      const next = await this.offered(manager, consortium);
      await manager.query('UPDATE consortia SET next_lead_id = NULL WHERE id = $1', [consortium.id]);
      await this.memberships.note(viewer, manager, consortium, 'HAND_OVER_END', { member: next.organisationId });
      await this.tasks.end(manager, consortium.id, 'ANSWER_HAND_OVER', viewer);
      const other = represents(viewer, next.organisationId) ? consortium.leadId : next.organisationId;
      await this.news.tell(manager, viewer, [{ kind: 'NO_HAND_OVER', subject: 'MEMBERSHIP', subjectId: next.id, revision: consortium.version, to: [other] }]);
    });
  }

  private async offered(manager: EntityManager, { id, nextLeadId, state }: ConsortiumRecord): Promise<MembershipRecord> {
    const next = (await membershipsIn(manager, id, ['CONFIRMED'])).find(({ organisationId }) => organisationId === nextLeadId);
    if (next === undefined) throw new Conflict('The lead is not offered to anybody.', { state, possible: [] });
    return next;
  }
}

function representsLead(viewer: Viewer, { leadId }: { readonly leadId: string }): void {
  if (!represents(viewer, leadId)) throw new Forbidden('This is for representatives of the lead of the consortium.');
}

/** Where there is an offer, it is between two; where there is none, everybody hears that. */
function representsOneOfThem(viewer: Viewer, { leadId, nextLeadId }: ConsortiumRecord): void {
  if (nextLeadId === null || represents(viewer, leadId) || represents(viewer, nextLeadId)) return;
  throw new Forbidden('This is for representatives of the lead, and of whom the lead is offered to.');
}

/** What waited for the former lead waits for the new one. */
async function moveTasks(manager: EntityManager, { id, leadId }: ConsortiumRecord, next: string): Promise<void> {
  await manager.query(
    `UPDATE tasks SET organisation_id = $3 WHERE organisation_id = $2 AND ended_at IS NULL AND kind <> 'CONFIRM_MEMBERSHIP'
       AND (subject_id = $1 OR subject_id IN (SELECT id FROM memberships WHERE consortium_id = $1))`,
    [id, leadId, next],
  );
}
