import type { Viewer } from '#libs/accounts';
import type { PartnershipsRoom } from './partnerships-room.js';

/** What the operations on expressions answer: the expression, or a refusal. */
export interface ExpressionAnswer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly consortiumId: string;
  readonly code?: string;
  readonly message?: string;
  /** Of a conflict: the present state. */
  readonly now?: string;
}

const ANSWER = '... on Expression { id state version consortiumId } ... on Failure { code message } ... on Conflict { now: presentState }';

export const submit = (room: PartnershipsRoom, viewer: Viewer, id: string): Promise<ExpressionAnswer> =>
  room.ask(viewer, `mutation ($id: ID!) { submitExpression(id: $id) { ${ANSWER} } }`, { id });

export const withdraw = (room: PartnershipsRoom, viewer: Viewer, id: string): Promise<ExpressionAnswer> =>
  room.ask(viewer, `mutation ($id: ID!) { withdrawExpression(id: $id) { ${ANSWER} } }`, { id });

export const decide = (room: PartnershipsRoom, viewer: Viewer, id: string, decision: string, reason = ''): Promise<ExpressionAnswer> =>
  room.ask(viewer, `mutation ($id: ID!, $decision: DeskDecision!, $reason: String!) {
    decideExpression(id: $id, decision: $decision, reason: $reason) { ${ANSWER} } }`, { id, decision, reason });

export const draft = (room: PartnershipsRoom, viewer: Viewer, leadId: string, partners: readonly object[] = [{ name: 'A partner' }]): Promise<ExpressionAnswer> =>
  room.ask(viewer, `mutation ($leadId: ID!, $name: String!, $content: ExpressionInput) {
    createExpression(trackId: "NCC-2023-VL", leadId: $leadId, name: $name, content: $content) { ${ANSWER} } }`, { leadId, name: leadId, content: { partners } });

/** An expression that a new representative of its lead has submitted. */
export async function submitted(room: PartnershipsRoom, leadId: string, partners?: readonly object[]): Promise<ExpressionAnswer & { lead: Viewer & { personId: string } }> {
  const lead = await room.viewer(leadId, 'MEMBER', 'REPRESENTATIVE');
  const { id } = await draft(room, lead, leadId, partners);
  return { ...(await submit(room, lead, id)), lead };
}
