import { ArgsType, Field, ID } from '@nestjs/graphql';
import { MemberRoleName } from '../seats/seat.types.js';
import type { Consent } from './confirmations.service.js';
import type { Invitation } from './invitations.service.js';
import type { JoinRequest } from './join-requests.service.js';
import type { GivenRole } from './membership-record.js';

@ArgsType()
export class InvitationArgs implements Invitation {
  @Field(() => ID, { description: 'The consortium.' })
  consortiumId: string;

  @Field(() => ID, { description: 'Whom you invite.' })
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'The seat that it is to have; several may be invited to one, and the first to accept has it.' })
  seatId?: string | null;

  @Field(() => MemberRoleName, { nullable: true, description: 'What it is to be, without a seat; left out: a co-applicant.' })
  role?: GivenRole | null;

  @Field(() => String, { nullable: true, description: 'What you write to it.' })
  message?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the invitation expires; left out: in two weeks, or when the submission closes.' })
  expiresAt?: Date | null;

  @Field({ defaultValue: false, description: 'Whether it is asked to stand by, and not to be a member yet.' })
  standby: boolean;

  @Field({ defaultValue: false, description: 'Whether the invitation is only written down, to be sent later.' })
  draft: boolean;
}

@ArgsType()
export class ReplacementArgs {
  @Field(() => ID, { description: 'The member to be replaced.' })
  memberId: string;

  @Field(() => ID, { description: 'Who is to take its place.' })
  organisationId: string;

  @Field(() => String, { nullable: true, description: 'What you write to it.' })
  message?: string | null;

  @Field(() => Date, { nullable: true, description: 'When the invitation expires; left out: in two weeks, or when the submission closes.' })
  expiresAt?: Date | null;
}

@ArgsType()
export class JoinRequestArgs implements JoinRequest {
  @Field(() => ID, { description: 'The consortium.' })
  consortiumId: string;

  @Field(() => ID, { description: 'Your organisation.' })
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'The seat that it would have.' })
  seatId?: string | null;

  @Field(() => String, { nullable: true, description: 'What you write to the lead.' })
  message?: string | null;
}

@ArgsType()
export class ConsentArgs implements Consent {
  @Field(() => ID, { description: 'The membership.' })
  memberId: string;

  @Field({ description: 'The version of the text that you have read: see consentText.' })
  textVersion: string;

  @Field(() => ID, { nullable: true, description: 'A document of your organisation that gives the mandate.' })
  mandateDocumentId?: string | null;
}
