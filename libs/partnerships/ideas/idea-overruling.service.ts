import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, isKnown, represents, type Viewer } from '#libs/accounts';
import type { ScreeningOutcome } from '#libs/eligibility';
import { Forbidden, InvalidInput, requiredText, Unauthenticated } from '#libs/platform';
import { bodyOf } from '../submission/in-charge.js';
import type { IdeaRecord } from './idea-record.js';
import { IdeasService, lockIdea, refuseSettled } from './ideas.service.js';

const LONGEST_REASON = 2000;

/** A person's judgement in the place of what the answers to the check for social innovation came to. */
@Injectable()
export class IdeaOverruling {
  constructor(
    private readonly database: DataSource,
    private readonly ideas: IdeasService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Kept beside the answers, which stay as they were; other answers end it.
   * @throws Unauthenticated, NotFound, Forbidden for whoever may neither commit its organisation nor decides in the call,
   * InvalidInput without a reason or answers, Conflict once its consortium is ready or further
   */
  async overrule(viewer: Viewer, ideaId: string, outcome: ScreeningOutcome, reason: string): Promise<IdeaRecord> {
    const why = requiredText('reason', reason, LONGEST_REASON);
    return this.database.transaction(async (manager) => {
      if (!isKnown(viewer)) throw new Unauthenticated();
      const { id, consortiumId } = await this.ideas.idea(viewer, ideaId, manager);
      await lockIdea(manager, id, consortiumId);
      const idea = await this.ideas.idea(viewer, id, manager);
      const owner = idea.leadId ?? idea.organisationId;
      const by = represents(viewer, owner) ? owner : idea.callId === null ? undefined : await bodyOf(manager, viewer, idea.callId);
      if (by === undefined) throw new Forbidden('A check is overruled by programme officers of the call, or by those who may commit the organisation of the idea.');
      if (idea.screening === null) throw new InvalidInput('ideaId', 'has no answers to the check yet.');
      refuseSettled(idea);
      const overruled = { outcome, reason: why };
      await manager.query('UPDATE ideas SET screening = screening || $2, version = version + 1 WHERE id = $1', [id, { overruled }]);
      if (consortiumId !== null) await manager.query('UPDATE consortia SET version = version + 1 WHERE id = $1', [consortiumId]);
      const { outcome: found, version: questions } = idea.screening;
      await this.audit.write(manager, viewer, { kind: 'IDEA', id, action: 'OVERRULE_SCREENING', organisationId: by, facts: { found, questions, ...overruled } });
      return this.ideas.idea(viewer, id, manager);
    });
  }
}
