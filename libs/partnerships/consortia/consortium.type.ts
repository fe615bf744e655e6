import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { ConsortiumRole } from '#libs/suggestions';
import { CONSORTIUM_EVENTS, CONSORTIUM_STATES, type ConsortiumEvent, type ConsortiumState } from '../states/consortium-states.js';
import { MEMBERSHIP_STATES, type MembershipState } from '../states/membership-states.js';
import type { ConsortiumRecord } from './consortium-record.js';

export const ConsortiumStateName = enumOf(CONSORTIUM_STATES);
registerEnumType(ConsortiumStateName, { name: 'ConsortiumState', description: 'How far a consortium is, from forming to its published results.' });
export const ConsortiumEventName = enumOf(CONSORTIUM_EVENTS);
registerEnumType(ConsortiumEventName, { name: 'ConsortiumEvent', description: 'What can happen to a consortium.' });
export const MembershipStateName = enumOf(MEMBERSHIP_STATES);
registerEnumType(MembershipStateName, { name: 'MembershipState', description: 'How far an invitation or a request to join is, to a member and away.' });

@ObjectType({ description: 'An organisation that is in a consortium, or is asked or asks to be.' })
export class ConsortiumMember {
  @Field(() => ID, { description: 'Its id: of the membership, not of the organisation.' })
  id: string;

  /** By it the field `organisation` is read. */
  organisationUuid: string;
  consortiumId: string;

  @Field(() => ConsortiumRole, { description: 'What it is, or would be, in the consortium.' })
  role: keyof typeof ConsortiumRole;

  @Field(() => MembershipStateName, { description: 'How far it is. Rules count who is CONFIRMED.' })
  state: MembershipState;

  @Field({ description: 'Whether it stands by, to be the first asked when somebody is missing.' })
  standby: boolean;

  @Field(() => ID, { nullable: true, description: 'The seat that it holds or would take.' })
  seatId: string | null;

  @Field(() => Date, { nullable: true, description: 'When its invitation expires; nothing for who was not invited.' })
  expiresAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When its representative consented.' })
  consentedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The version of the text that was consented to.' })
  consentText: string | null;

  @Field(() => ID, { nullable: true, description: 'The document with its mandate, where there is one.' })
  mandateDocumentId: string | null;

  @Field(() => String, { nullable: true, description: 'What was written with the invitation or the request: for the organisation and the lead.' })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'Why it ended, such as SEAT_TAKEN, or in somebody’s words: for the organisation and the lead.' })
  reason: string | null;

  @Field(() => ID, { nullable: true, description: 'Of an invitation: the member that it replaces once it is accepted.' })
  replaces: string | null;

  @Field(() => ID, { nullable: true, description: 'The member that took its place.' })
  replacedBy: string | null;
}

@ObjectType({ description: 'Organisations that form a partnership for a call, and everything that becomes of it.' })
export class Consortium implements ConsortiumRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => ConsortiumStateName, { description: 'How far it is.' })
  state: ConsortiumState;

  @Field(() => [ConsortiumEventName], { description: 'What can happen to it now.' })
  possible: ConsortiumEvent[];

  @Field(() => String, { nullable: true, description: 'The submission that it works towards: the key of that date.' })
  stage: string | null;

  @Field(() => Date, { nullable: true, description: 'When that submission closes; nothing where no exact date is known.' })
  closesAt: Date | null;

  @Field({ description: 'Whether organisations that offer what its seats ask for find it.' })
  openToRequests: boolean;

  @Field(() => Int, { description: 'Goes up with every change of it or of those in it.' })
  version: number;

  @Field(() => Date, { description: 'When it was begun.' })
  madeAt: Date;

  callId: string;
  ideaId: string;
  leadId: string;
  nextLeadId: string | null;
}

@ObjectType({ description: 'A page of consortia.' })
export class ConsortiumConnection extends ConnectionType('Consortium', () => Consortium) {}

export const ConsortiumResult = createUnionType({
  name: 'ConsortiumResult',
  description: 'The consortium as it now is, or why nothing changed.',
  types: () => [Consortium, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Consortium),
});

export const ConsortiumMemberResult = createUnionType({
  name: 'ConsortiumMemberResult',
  description: 'The member, invitation or request as it now is, or why nothing changed.',
  types: () => [ConsortiumMember, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(ConsortiumMember),
});
