import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, type Viewer } from '#libs/accounts';
import { CONSORTIUM } from '../states/consortium-states.js';
import { advance } from '../states/state-machine.js';
import { Tasks } from '../tasks/tasks.service.js';
import type { ExpressionMemberRow } from './expression-members.js';
import { tellNamed } from './expression-messages.js';
import type { HeldExpression } from './expressions.service.js';

/** What follows from a submission and a withdrawal: the version that is kept, the history, whom they are told, the officers' task. */
@Injectable()
export class ExpressionSubmissions {
  constructor(
    private readonly audit: AuditLog,
    private readonly tasks: Tasks,
  ) {}

  /** @param held as it now is @param members who is in it */
  async submitted(
    manager: EntityManager,
    viewer: Viewer,
    held: HeldExpression,
    members: readonly ExpressionMemberRow[],
    event: 'SUBMIT' | 'AMEND',
  ): Promise<void> {
    const { expression, track, consortium } = held;
    if (event === 'SUBMIT' && consortium !== undefined) advance(CONSORTIUM, 'The consortium', consortium.state, 'EXPRESS');
    await keepVersion(manager, viewer, held, members);
    await this.tasks.open(manager, [{
      kind: 'DECIDE_EXPRESSION',
      subjectKind: 'EXPRESSION',
      subjectId: expression.id,
      owner: { organisationId: track.bodyId, role: 'PROGRAMME_OFFICER' },
      facts: { expression: expression.name, track: track.code },
      dueAt: await recommendationOf(manager, track.id),
    }]);
    const { id, leadId } = expression;
    const named = members.flatMap(({ organisationId }) => (organisationId === null || organisationId === leadId ? [] : [organisationId]));
    await tellNamed(manager, expression, named, held.now);
    const facts = { version: expression.version, members: members.length };
    await this.audit.write(manager, viewer, { kind: 'EXPRESSION', id, action: event, organisationId: leadId, facts });
    if (event === 'AMEND' || consortium === undefined) return;
    const about = { expression: id, track: track.code };
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id: consortium.id, action: 'EXPRESS', organisationId: leadId, facts: about });
  }

  async withdrawn(manager: EntityManager, viewer: Viewer, { expression, track, consortium }: HeldExpression, reason: string): Promise<void> {
    await this.tasks.end(manager, expression.id);
    const organisationId = expression.leadId;
    await this.audit.write(manager, viewer, { kind: 'EXPRESSION', id: expression.id, action: 'WITHDRAW', organisationId, facts: { reason } });
    if (expression.state === 'DRAFT' || consortium === undefined) return;
    const facts = { expression: expression.id, track: track.code };
    await this.audit.write(manager, viewer, { kind: 'CONSORTIUM', id: consortium.id, action: 'WITHDRAW_EXPRESSION', organisationId, facts });
  }
}

async function keepVersion(
  manager: EntityManager,
  { personId }: Viewer,
  held: HeldExpression,
  members: readonly ExpressionMemberRow[],
): Promise<void> {
  const { id, version, interests, motivation, documents, contactId } = held.expression;
  const named = members.map(({ organisationId, name, country, agreed }) => ({ organisationId, name, country, agreed }));
  const content = { interests, motivation, documents, contactId, members: named };
  await manager.query(
    'INSERT INTO expression_versions (expression_id, version, content, submitted_at, submitted_by) VALUES ($1, $2, $3, $4, $5)',
    [id, version, JSON.stringify(content), held.now, personId ?? null],
  );
}

/** When the body is to have recommended; null where no exact date is known. */
async function recommendationOf(manager: EntityManager, trackId: string): Promise<Date | null> {
  const [date] = await manager.query<{ endsAt: Date }[]>(
    `SELECT ends_at AS "endsAt" FROM milestones WHERE track_id = $1 AND kind = 'RECOMMENDATION' AND withdrawn_at IS NULL
       AND precision IN ('MINUTE', 'DAY') ORDER BY ends_at DESC LIMIT 1`,
    [trackId],
  );
  return date?.endsAt ?? null;
}
