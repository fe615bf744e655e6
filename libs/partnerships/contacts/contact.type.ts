import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { CONTACT_REQUEST_EVENTS, CONTACT_REQUEST_STATES, type ContactRequestEvent, type ContactRequestState } from '../states/contact-request-states.js';
import { ANSWER_IDENTITIES, IDENTITIES, type AnswerIdentity, type Identity, type Side } from './contact-record.js';
import { REPORT_OUTCOMES, type ContactReportRecord, type ReportOutcome } from './contact-safety.service.js';

export const ContactIdentity = enumOf(IDENTITIES);
registerEnumType(ContactIdentity, {
  name: 'ContactIdentity',
  description: 'As what the sender of a request for contact is shown.',
  valuesMap: {
    PERSON: { description: 'By name, with the organisation; the address once the request is accepted.' },
    ORGANISATION: { description: 'As the organisation alone.' },
    ANONYMOUS: { description: 'Not at all until the request is accepted; then as the organisation.' },
  },
});
export const ContactAnswerIdentity = enumOf(ANSWER_IDENTITIES);
registerEnumType(ContactAnswerIdentity, { name: 'ContactAnswerIdentity', description: 'As what whoever accepts is shown: by name and address, or as the organisation alone.' });
export const ContactRequestStateName = enumOf(CONTACT_REQUEST_STATES);
registerEnumType(ContactRequestStateName, { name: 'ContactRequestState', description: 'How far a request for contact is.' });
export const ContactRequestEventName = enumOf(CONTACT_REQUEST_EVENTS);
registerEnumType(ContactRequestEventName, { name: 'ContactRequestEvent', description: 'What can happen to a request for contact.' });
export const ContactDirection = enumOf(['RECEIVED', 'SENT'] as const);
registerEnumType(ContactDirection, { name: 'ContactDirection', description: 'Whether your organisations received or sent requests.' });
export const ContactReportOutcome = enumOf(REPORT_OUTCOMES);
registerEnumType(ContactReportOutcome, { name: 'ContactReportOutcome', description: 'What came of a report: nothing, or the sender may send no requests any more.' });

@ObjectType({ description: 'As what one side of a request for contact is shown to you.' })
export class ContactSide implements Side {
  /** By it the field `organisation` is read. */
  organisationId: string | null;

  @Field(() => String, { nullable: true, description: 'Who it is, where that is shown.' })
  name: string | null;

  @Field(() => String, { nullable: true, description: 'The address, once both sides are open to each other.' })
  email: string | null;
}

@ObjectType({ description: 'A message that is relayed to an organisation; nobody sees an address before it is accepted.' })
export class ContactRequest {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ContactIdentity, { description: 'As what the sender is shown.' })
  identity: Identity;

  @Field({ description: 'What the sender writes.' })
  message: string;

  @Field(() => ContactRequestStateName, { description: 'How far it is.' })
  state: ContactRequestState;

  @Field(() => [ContactRequestEventName], { description: 'What can happen to it now.' })
  possible: ContactRequestEvent[];

  @Field(() => String, { nullable: true, description: 'Why it was declined.' })
  reason: string | null;

  @Field(() => Date, { description: 'When it was sent.' })
  sentAt: Date;

  @Field(() => Date, { description: 'When it expires, if nobody answers.' })
  expiresAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered or withdrawn.' })
  answeredAt: Date | null;

  @Field(() => ContactAnswerIdentity, { nullable: true, description: 'As what whoever accepted is shown.' })
  answerIdentity: AnswerIdentity | null;
}

@ObjectType({ description: 'A page of requests for contact.' })
export class ContactRequestConnection extends ConnectionType('ContactRequest', () => ContactRequest) {}

export const ContactRequestResult = createUnionType({
  name: 'ContactRequestResult',
  description: 'The request as it now is, or why nothing changed.',
  types: () => [ContactRequest, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(ContactRequest),
});

@ObjectType({ description: 'A request for contact that its receiver reported to the administrators.' })
export class ContactReport implements ContactReportRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Why it was reported.' })
  reason: string;

  @Field({ description: 'What the sender wrote.' })
  message: string;

  @Field(() => Date, { description: 'When it was reported.' })
  madeAt: Date;

  @Field(() => ContactReportOutcome, { nullable: true, description: 'What came of it; nothing while it waits.' })
  outcome: ReportOutcome | null;

  @Field(() => Date, { nullable: true, description: 'When it was handled.' })
  handledAt: Date | null;

  fromId: string;
  toId: string;
}

@ObjectType({ description: 'A page of reports.' })
export class ContactReportConnection extends ConnectionType('ContactReport', () => ContactReport) {}

export const ContactReportResult = createUnionType({
  name: 'ContactReportResult',
  description: 'The report as it now is, or why nothing changed.',
  types: () => [ContactReport, Unauthenticated, NotFound, Forbidden, Conflict] as const,
  resolveType: successOr(ContactReport),
});
