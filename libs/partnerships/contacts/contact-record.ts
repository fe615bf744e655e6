import type { Viewer } from '#libs/accounts';
import type { Localised } from '#libs/platform';
import type { ContactRequestState } from '../states/contact-request-states.js';

export const IDENTITIES = ['PERSON', 'ORGANISATION', 'ANONYMOUS'] as const;
export type Identity = (typeof IDENTITIES)[number];
export const ANSWER_IDENTITIES = ['PERSON', 'ORGANISATION'] as const;
export type AnswerIdentity = (typeof ANSWER_IDENTITIES)[number];

/** A request for contact with all that is known of both sides: what of it a reader is shown, {@link sidesFor} tells. */
export interface ContactRecord {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly identity: Identity;
  readonly message: string;
  readonly callId: string | null;
  readonly ideaId: string | null;
  readonly state: ContactRequestState;
  readonly reason: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly answeredAt: Date | null;
  readonly answerIdentity: AnswerIdentity | null;
  readonly fromPersonId: string | null;
  readonly fromName: string | null;
  readonly fromEmail: string | null;
  readonly answererName: string | null;
  readonly answererEmail: string | null;
  readonly callTitles: Localised | null;
  readonly ideaTitle: string | null;
}

/** SQL: requests for contact as `r`, with how they stand as `s`. */
export const SELECT_CONTACT = `
  SELECT r.id, r.from_id AS "fromId", r.to_id AS "toId", r.identity, r.message, r.call_id AS "callId", r.idea_id AS "ideaId", s.state,
    r.reason, r.sent_at AS "sentAt", r.expires_at AS "expiresAt", r.answered_at AS "answeredAt", r.answer_identity AS "answerIdentity",
    f.id AS "fromPersonId", f.name AS "fromName", f.email AS "fromEmail", a.name AS "answererName", a.email AS "answererEmail",
    c.titles AS "callTitles", i.title AS "ideaTitle"
  FROM contact_requests r JOIN contact_request_states s ON s.id = r.id LEFT JOIN people f ON f.id = r.from_person_id
    LEFT JOIN people a ON a.id = r.answered_by AND r.state = 'ACCEPTED' LEFT JOIN calls c ON c.id = r.call_id LEFT JOIN ideas i ON i.id = r.idea_id`;

/** As what one side is shown. */
export interface Side {
  readonly organisationId: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/**
 * What a viewer is shown of both sides. A name stands beside a request that a PERSON sent; addresses, and who sent an
 * ANONYMOUS one, are open once it is accepted. One's own side is shown as the other will see it then.
 */
export function sidesFor({ mandates }: Pick<Viewer, 'mandates'>, record: ContactRecord): { readonly from: Side; readonly to: Side } {
  const { fromId, toId, identity, state, answerIdentity } = record;
  const isOwn = (id: string): boolean => mandates.some(({ organisationId }) => organisationId === id);
  const isOpen = state === 'ACCEPTED' || isOwn(fromId);
  const isNamed = identity === 'PERSON';
  return {
    from: {
      organisationId: isOpen || identity !== 'ANONYMOUS' ? fromId : null,
      name: isNamed ? record.fromName : null,
      email: isNamed && isOpen ? record.fromEmail : null,
    },
    to: {
      organisationId: toId,
      name: answerIdentity === 'PERSON' ? record.answererName : null,
      email: answerIdentity === 'PERSON' ? record.answererEmail : null,
    },
  };
}
