import type { EntityManager } from 'typeorm';
import { post } from '#libs/mail';
import { staffOf } from './expression-members.js';
import type { ExpressionRecord } from './expression-record.js';

/** To the people of those whom an expression names: each once of each expression. */
export const NAMED = 'EXPRESSION_NAMES_YOU';
/** To the people of its lead, and its contact: what the body decided. */
export const OUTCOME = 'EXPRESSION_OUTCOME';

/** What the lead is told of, by the offset of its message. */
export type ToldDecision = 'NOT_SHORTLIST' | 'RECOMMEND' | 'NOT_RECOMMEND';

const TOLD_WITHIN_DAYS = 14;

export async function tellNamed(manager: EntityManager, { id }: ExpressionRecord, organisationIds: readonly string[], now: Date): Promise<void> {
  await tell(manager, await staffOf(manager, organisationIds), { template: NAMED, id, revision: 1, offset: 'NAMED' }, now);
}

export async function tellOutcome(manager: EntityManager, expression: ExpressionRecord, decision: ToldDecision, now: Date): Promise<void> {
  const { id, leadId, contactId, version } = expression;
  const people = new Set([...(await staffOf(manager, [leadId])), ...(contactId === null ? [] : [contactId])]);
  await tell(manager, [...people], { template: OUTCOME, id, revision: version, offset: decision }, now);
}

async function tell(
  manager: EntityManager,
  people: readonly string[],
  { id, ...about }: { template: string; id: string; revision: number; offset: string },
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + TOLD_WITHIN_DAYS * 86_400_000);
  await post(manager, people.map((personId) => ({ ...about, personId, subjectKind: 'EXPRESSION', subjectId: id, dueAt: now, expiresAt })));
}
