import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COMMAND_LINE } from '#libs/accounts';
import { ChecksService, type CheckedDraft, type ConsortiumDraft } from '#libs/suggestions';
import { ConsortiumDrafts } from '../consortia/consortium-drafts.service.js';
import { readMembers } from './expression-members.js';
import type { ExpressionRecord } from './expression-record.js';

/** An expression as the rules of the call judge it: shown to everybody who may see it, refusing nobody. */
@Injectable()
export class ExpressionDrafts {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: ConsortiumDrafts,
    private readonly checks: ChecksService,
  ) {}

  /** The partnership, and those whom it names as if they were invited. Who is only named counts for no rule. */
  async draftOf({ id, callId, consortiumId, leadId }: ExpressionRecord): Promise<ConsortiumDraft> {
    if (consortiumId === null) return { callId, members: [{ organisationId: leadId, role: 'COORDINATOR' }] };
    const draft = await this.drafts.draftOf({ id: consortiumId, callId });
    const known = new Set(draft.members.map(({ organisationId }) => organisationId));
    const named = (await readMembers(this.database.manager, [id])).flatMap(({ organisationId }) =>
      organisationId === null || known.has(organisationId) ? [] : [{ organisationId, invited: true }],
    );
    return { ...draft, members: [...draft.members, ...named] };
  }

  /** Whoever may see an expression sees all its members, also those that are not public. */
  check(draft: ConsortiumDraft): Promise<CheckedDraft> {
    return this.checks.check(COMMAND_LINE, draft);
  }
}
