import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { MemberRoleName } from '../seats/seat.types.js';
import { LINK_STATES, type LinkRecord, type LinkState } from './invitation-links.service.js';
import type { GivenRole } from './membership-record.js';

export const LinkStateName = enumOf(LINK_STATES);
registerEnumType(LinkStateName, { name: 'InvitationLinkState', description: 'Whether a link still invites somebody.' });

@ObjectType({ description: 'A link that invites an organisation that is not here yet, once. What stands in it is told when it is made, and never again.' })
export class InvitationLink implements LinkRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  consortiumId: string;

  @Field(() => ID, { nullable: true, description: 'The seat that it invites to.' })
  seatId: string | null;

  @Field(() => MemberRoleName, { description: 'The role that it invites to.' })
  role: GivenRole;

  @Field(() => Date, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => Date, { description: 'Until when it can be used.' })
  expiresAt: Date;

  @Field(() => LinkStateName, { description: 'Whether it can be used.' })
  state: LinkState;

  @Field(() => ID, { nullable: true, description: 'The invitation that came of it.' })
  membershipId: string | null;
}

@ObjectType({ description: 'A link that was just made.' })
export class InvitationLinkMade {
  @Field(() => InvitationLink, { description: 'The link.' })
  link: InvitationLink;

  @Field({ description: 'What stands in it: whoever has this can use it.' })
  token: string;

  @Field({ description: 'Its address.' })
  url: string;
}

@ObjectType({ description: 'What a link invites to.' })
export class InvitationOffer {
  @Field({ description: 'The name of the consortium.' })
  consortium: string;

  callUuid: string;
  leadUuid: string;

  @Field(() => MemberRoleName, { description: 'The role.' })
  role: GivenRole;

  @Field(() => Date, { description: 'Until when the link can be used.' })
  expiresAt: Date;
}

@ObjectType({ description: 'An organisation has registered. It is shown to others once somebody has looked at it; its invitation comes by mail.' })
export class NewcomerRegistered {
  @Field(() => ID, { description: 'Its invitation.' })
  memberId: string;
}

const REFUSALS = [Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const;

export const InvitationLinkMadeResult = createUnionType({
  name: 'InvitationLinkMadeResult',
  description: 'The link, or why there is none.',
  types: () => [InvitationLinkMade, ...REFUSALS] as const,
  resolveType: successOr(InvitationLinkMade),
});

export const InvitationLinkResult = createUnionType({
  name: 'InvitationLinkResult',
  description: 'The link as it now is, or why nothing changed.',
  types: () => [InvitationLink, ...REFUSALS] as const,
  resolveType: successOr(InvitationLink),
});

export const InvitationOfferResult = createUnionType({
  name: 'InvitationOfferResult',
  description: 'What the link invites to, or why it no longer does.',
  types: () => [InvitationOffer, NotFound, Conflict] as const,
  resolveType: successOr(InvitationOffer),
});

export const NewcomerResult = createUnionType({
  name: 'NewcomerResult',
  description: 'That the organisation is registered, or why it is not.',
  types: () => [NewcomerRegistered, NotFound, InvalidInput, Conflict] as const,
  resolveType: successOr(NewcomerRegistered),
});
