import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, type Viewer } from '#libs/accounts';
import { Conflict, requiredText, textOf } from '#libs/platform';
import { tellOutcome } from '../expressions/expression-messages.js';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import { ExpressionsService, type HeldExpression } from '../expressions/expressions.service.js';
import { Gates } from '../expressions/gates.service.js';
import { allowsOnePerState, type TrackRecord } from '../expressions/track-record.js';
import { CONSORTIUM } from '../states/consortium-states.js';
import { EXPRESSION } from '../states/expression-states.js';
import { advance, possibleIn } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import { asOfficer, refusePartisan } from './desk-access.service.js';

export const DECISIONS = ['SHORTLIST', 'NOT_SHORTLIST', 'RECOMMEND', 'NOT_RECOMMEND'] as const;
export type Decision = (typeof DECISIONS)[number];

const LONGEST_REASON = 5000;

/** What a body decides on expressions of interest. Its history is the audit log: only added to, one entry a decision. */
@Injectable()
export class Decisions {
  constructor(
    private readonly expressions: ExpressionsService,
    private readonly gates: Gates,
    private readonly tasks: Tasks,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Decides, once the gate has closed. Of officers who decide at the same time one is first; a reason is needed for all
   * but a place on the shortlist. The lead is told, and the consortium stands accordingly.
   * @throws Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict with the present state
   */
  async decide(viewer: Viewer, id: string, decision: Decision, reason: string): Promise<ExpressionRecord> {
    const why = decision === 'SHORTLIST' ? textOf('reason', reason, LONGEST_REASON) : requiredText('reason', reason, LONGEST_REASON);
    return this.expressions.changing(viewer, id, asOfficer, (manager, track) => this.gates.closed(manager, track), async (manager, held) => {
      await refusePartisan(manager, viewer, held.expression);
      await this.settle(manager, viewer, held, decision, why);
      return this.expressions.expression(viewer, id, manager);
    });
  }

  private async settle(manager: EntityManager, viewer: Viewer, held: HeldExpression, decision: Decision, reason: string): Promise<void> {
    const { expression, track, consortium, now } = held;
    const next = advance(EXPRESSION, 'The expression of interest', expression.state, decision);
    if (decision === 'RECOMMEND') {
      if (consortium !== undefined) advance(CONSORTIUM, 'The consortium', consortium.state, decision);
      if (allowsOnePerState(track)) await takeState(manager, track, expression);
    }
    await manager.query('UPDATE expressions SET state = $2 WHERE id = $1', [expression.id, next]);
    if (decision !== 'SHORTLIST') {
      await this.tasks.end(manager, expression.id, 'DECIDE_EXPRESSION', viewer);
      await tellOutcome(manager, expression, decision, now);
    }
    const facts = { reason, version: expression.version };
    const decided = { action: decision, organisationId: track.bodyId };
    await this.audit.write(manager, viewer, { kind: 'EXPRESSION', id: expression.id, ...decided, facts });
    if (decision === 'SHORTLIST' || consortium === undefined) return;
    const about = { reason, expression: expression.id, track: track.code };
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id: consortium.id, ...decided, facts: about });
  }
}

/** One recommendation a state: the lead's state is taken, or taken already. @throws Conflict */
async function takeState(manager: EntityManager, track: TrackRecord, { id, leadId, state }: ExpressionRecord): Promise<void> {
  const taken = await manager.query<unknown[]>(
    `INSERT INTO recommended_states (call_id, country, expression_id) SELECT $1, country, $2 FROM organisations WHERE id = $3
     ON CONFLICT (call_id, country) DO NOTHING RETURNING country`,
    [track.callId, id, leadId],
  );
  if (taken.length > 0) return;
  const standing = { state, possible: possibleIn(EXPRESSION, state) };
  throw new Conflict(`${track.callCode} allows one recommendation a state, and this state has its own.`, standing);
}
