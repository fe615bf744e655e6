import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { COMMAND_LINE, type RequestContext } from '#libs/accounts';
import { oncePerRequest } from '#libs/directory';
import { ChecksService, repairView, type CheckedDraft, type ConsortiumDraft, type ConsortiumRepair } from '#libs/suggestions';
import { ConsortiumDrafts } from './consortium-drafts.service.js';
import type { ConsortiumRecord } from './consortium-record.js';

/** A stored consortium as a draft, judged. */
export interface CheckedConsortium {
  readonly draft: ConsortiumDraft;
  readonly checked: CheckedDraft;
}

/** Those who agreed to stand by, who came first before the others. */
const BENCH = `
  SELECT o.code FROM memberships m JOIN organisations o ON o.id = m.organisation_id
  WHERE m.consortium_id = $1 AND m.standby AND m.state = 'ACCEPTED' ORDER BY m.begun_at, m.id`;

/** How stored consortia stand under the rules of their calls, and what would repair them. */
@Injectable()
export class ConsortiumChecks {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: ConsortiumDrafts,
    private readonly checks: ChecksService,
  ) {}

  /** Judged once a request. Whoever may see a consortium sees all its members, also those that are not public. */
  checked(context: RequestContext, consortium: ConsortiumRecord): Promise<CheckedConsortium> {
    return oncePerRequest(context, `partnerships.checked ${consortium.id}`, async () => {
      const draft = await this.drafts.draftOf(consortium);
      return { draft, checked: await this.checks.check(COMMAND_LINE, draft) };
    });
  }

  /** The smallest repair, those on the bench before all others. */
  async repair(context: RequestContext, consortium: ConsortiumRecord): Promise<ConsortiumRepair> {
    const { checked: { read } } = await this.checked(context, consortium);
    const bench = await this.database.query<{ code: string }[]>(BENCH, [consortium.id]);
    return repairView(await this.checks.repair(read, bench.map(({ code }) => code)), read);
  }
}
