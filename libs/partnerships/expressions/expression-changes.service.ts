import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belongsTo, represents, type Viewer } from '#libs/accounts';
import { Clock, Conflict, Forbidden, InvalidInput, textOf } from '#libs/platform';
import { EXPRESSION, type ExpressionState } from '../states/expression-states.js';
import { advance, possibleIn } from '../states/state-machine.js';
import { ContentChecks, storeContent } from './content-checks.service.js';
import type { ExpressionContent } from './expression-content.js';
import { renewMembers } from './expression-members.js';
import type { ExpressionRecord } from './expression-record.js';
import { ExpressionSubmissions } from './expression-submissions.service.js';
import { ExpressionsService, type HeldExpression } from './expressions.service.js';
import { Gates } from './gates.service.js';
import { LateExpressions } from './late-expressions.service.js';

const LONGEST_REASON = 2000;
const THING = 'The expression of interest';

/** When the clock was read the gate was open: whatever the view makes of it a moment later, it still stands as before the close. */
const WHILE_OPEN: Partial<Record<ExpressionState, ExpressionState>> = { LAPSED: 'DRAFT', UNDER_REVIEW: 'SUBMITTED' };

/** What the people of a lead do with its expression of interest: until the gate closes, and withdraw it until it is decided on. */
@Injectable()
export class ExpressionChanges {
  constructor(
    private readonly clock: Clock,
    private readonly expressions: ExpressionsService,
    private readonly checks: ContentChecks,
    private readonly submissions: ExpressionSubmissions,
    private readonly gates: Gates,
    private readonly late: LateExpressions,
  ) {}

  /** Changes a draft, or submits the next version. @throws NotFound, Forbidden, InvalidInput, DeadlinePassed, Conflict if it changed since */
  async change(viewer: Viewer, id: string, expectedVersion: number, given: ExpressionContent): Promise<ExpressionRecord> {
    const seen = await this.expressions.expression(viewer, id);
    mayWrite(viewer, seen);
    const content = await this.checks.check(viewer, await this.expressions.track(seen.trackId), seen.leadId, given);
    return this.whileOpen(viewer, id, mayWrite, async (manager, held) => {
      const { version, state } = held.expression;
      if (version !== expectedVersion) {
        const standing = { state, possible: possibleIn(EXPRESSION, state) };
        throw new Conflict('Somebody else changed this expression since you read it: read it again.', standing);
      }
      if (state !== 'DRAFT') advance(EXPRESSION, THING, state, 'AMEND');
      await storeContent(manager, id, content, version + 1);
      const expression = await this.expressions.expression(viewer, id, manager);
      const members = await renewMembers(manager, held.track, expression);
      if (state !== 'DRAFT') await this.submissions.submitted(manager, viewer, { ...held, expression }, members, 'AMEND');
    });
  }

  /** @throws NotFound, Forbidden, InvalidInput, DeadlinePassed, Conflict */
  submit(viewer: Viewer, id: string): Promise<ExpressionRecord> {
    return this.whileOpen(viewer, id, mayCommit, (manager, held) => this.submitHeld(manager, viewer, held));
  }

  /** Submits in a transaction of the caller's that holds it. */
  async submitHeld(manager: EntityManager, viewer: Viewer, held: HeldExpression): Promise<void> {
    const { expression, track, now } = held;
    const next = advance(EXPRESSION, THING, expression.state, 'SUBMIT');
    const members = await renewMembers(manager, track, expression);
    if (track.expressionBy === 'PARTNERSHIP' && members.length < 2) {
      throw new InvalidInput('partners', 'on this track several organisations express their interest together: name the others.');
    }
    await manager.query('UPDATE expressions SET state = $2, submitted_at = $3 WHERE id = $1', [expression.id, next, now]);
    await this.submissions.submitted(manager, viewer, held, members, 'SUBMIT');
  }

  /** Takes it back; as long as the gate is open another can be written. @throws NotFound, Forbidden, Conflict once it is decided on */
  async withdraw(viewer: Viewer, id: string, reason: string | null): Promise<ExpressionRecord> {
    const why = textOf('reason', reason ?? '', LONGEST_REASON);
    return this.expressions.changing(viewer, id, mayCommit, (manager) => this.clock.now(manager), async (manager, held) => {
      const next = advance(EXPRESSION, THING, held.expression.state, 'WITHDRAW');
      await manager.query('UPDATE expressions SET state = $2 WHERE id = $1', [id, next]);
      await this.submissions.withdrawn(manager, viewer, held, why);
      return this.expressions.expression(viewer, id, manager);
    });
  }

  private async whileOpen(
    viewer: Viewer,
    id: string,
    may: (viewer: Viewer, expression: ExpressionRecord) => void,
    change: (manager: EntityManager, held: HeldExpression) => Promise<void>,
  ): Promise<ExpressionRecord> {
    const { leadId } = await this.expressions.expression(viewer, id);
    return this.late.noting(viewer, leadId, () =>
      this.expressions.changing(viewer, id, may, (manager, track) => this.gates.open(manager, track), async (manager, held) => {
        const { state } = held.expression;
        await change(manager, { ...held, expression: { ...held.expression, state: WHILE_OPEN[state] ?? state } });
        return this.expressions.expression(viewer, id, manager);
      }),
    );
  }
}

/** A draft is written by all who work for the lead; what was submitted binds it. @throws Forbidden */
function mayWrite(viewer: Viewer, expression: ExpressionRecord): void {
  if (expression.submittedAt !== null) mayCommit(viewer, expression);
  else if (!belongsTo(viewer, expression.leadId)) throw new Forbidden('This is for those who work for the lead.');
}

/** @throws Forbidden */
function mayCommit(viewer: Viewer, { leadId }: ExpressionRecord): void {
  if (!represents(viewer, leadId)) throw new Forbidden('This is for those who may commit the lead: its representatives.');
}
