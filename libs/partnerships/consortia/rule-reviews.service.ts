import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog, COMMAND_LINE } from '#libs/accounts';
import { ChecksService } from '#libs/suggestions';
import { membershipsIn } from '../members/membership-record.js';
import { News } from '../news/news.service.js';
import type { ConsortiumState } from '../states/consortium-states.js';
import { ConsortiaService } from './consortia.service.js';
import { ConsortiumDrafts } from './consortium-drafts.service.js';

interface Outdated {
  readonly id: string;
  /** Under which it was last looked at. */
  readonly version: number | null;
  readonly latest: number;
}

/** Open consortia of a call, or of all, that were last looked at under other rules than the latest. */
const OUTDATED = `
  SELECT c.id, c.rules_version AS version, r.latest
  FROM consortia c JOIN consortium_states s ON s.id = c.id
    JOIN (SELECT call_id, max(version) AS latest FROM rulesets GROUP BY 1) r ON r.call_id = c.call_id
  WHERE s.state IN ('FORMING', 'EXPRESSED', 'RECOMMENDED', 'NOT_RECOMMENDED', 'PROPOSAL', 'READY')
    AND c.rules_version IS DISTINCT FROM r.latest AND ($1::uuid IS NULL OR c.call_id = $1)
  ORDER BY c.id`;

/** Looks at open consortia again when their call has new rules; its members hear once a version what that changes. */
@Injectable()
export class RuleReviews {
  private readonly log = new Logger(RuleReviews.name);

  constructor(
    private readonly database: DataSource,
    private readonly consortia: ConsortiaService,
    private readonly drafts: ConsortiumDrafts,
    private readonly checks: ChecksService,
    private readonly news: News,
    private readonly audit: AuditLog,
  ) {}

  /** May be done as often as one likes. @param callId one call's own id, or null for all */
  async review(callId: string | null): Promise<void> {
    const outdated = await this.database.query<Outdated[]>(OUTDATED, [callId]);
    for (const one of outdated) {
      await this.reviewOne(one).catch((error: unknown) => {
        this.log.error(`Consortium ${one.id} was not looked at: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }

  private async reviewOne({ id, version, latest }: Outdated): Promise<void> {
    const consortium = await this.consortia.consortium(COMMAND_LINE, id);
    const verdicts = version === null ? undefined : await this.checks.underFormer(await this.drafts.draftOf(consortium), version);
    await this.database.transaction((manager) => this.consortia.held(manager, COMMAND_LINE, id, async (held) => {
      const claim = 'UPDATE consortia SET rules_version = $2 WHERE id = $1 AND rules_version IS DISTINCT FROM $2 RETURNING state';
      const [[claimed]] = await manager.query<[{ state: ConsortiumState }[], number]>(claim, [id, latest]);
      if (claimed === undefined) return;
      const facts = { rules: latest, ...verdicts };
      // What it was ready for is over with the rules of then, whatever they say now.
      const wasReady = claimed.state === 'READY' && held.state === 'PROPOSAL';
      if (wasReady) await this.consortia.advance(manager, COMMAND_LINE, { ...held, state: claimed.state }, 'REOPEN', facts);
      else if (verdicts === undefined || verdicts.before === verdicts.now) return;
      else await this.audit.write(manager, COMMAND_LINE, { kind: 'CONSORTIUM', id, action: 'NEW_RULES', facts });
      const members = await membershipsIn(manager, id, ['ACCEPTED', 'CONFIRMED']);
      await this.news.tell(manager, COMMAND_LINE, [{
        kind: 'NEW_RULES', subject: 'CONSORTIUM', subjectId: id, revision: latest, to: members.map(({ organisationId }) => organisationId),
      }]);
    }));
  }
}
