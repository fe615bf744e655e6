import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationType } from '#libs/directory';
import { Conflict, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { GIVEN_ROLES, type GivenRole } from '../members/membership-record.js';

export const MemberRoleName = enumOf(GIVEN_ROLES);
registerEnumType(MemberRoleName, { name: 'GivenMemberRole', description: 'What a member may be made: whoever leads is the coordinator.' });

@ObjectType({ description: 'A place in a consortium: who is looked for.' })
export class Seat {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  consortiumId: string;

  @Field(() => Int, { description: 'Its place among the seats, from 1.' })
  position: number;

  @Field(() => MemberRoleName, { description: 'What its holder is in the consortium.' })
  role: GivenRole;

  @Field(() => OrganisationType, { nullable: true, description: 'What kind of organisation is wanted; nothing where any will do.' })
  type: OrganisationType | null;

  @Field(() => String, { nullable: true, description: 'From where: a country (ISO 3166) or a region (NUTS).' })
  place: string | null;

  themeId: string | null;

  @Field({ description: 'What there is to say of it.' })
  note: string;

  /** The membership that has it. */
  holderId: string | null;

  @Field(() => Int, { description: 'How many are invited to it, or ask for it, and have no answer yet.' })
  competing: number;
}

@InputType({ description: 'A place in a consortium: who is looked for. What is left out may be anything.' })
export class SeatInput {
  @Field(() => MemberRoleName, { defaultValue: 'CO_APPLICANT', description: 'What its holder is in the consortium.' })
  role: GivenRole;

  @Field(() => OrganisationType, { nullable: true, description: 'What kind of organisation.' })
  type?: OrganisationType | null;

  @Field(() => String, { nullable: true, description: 'From where: a country (ISO 3166) or a region (NUTS).' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'For which theme.' })
  themeId?: string | null;

  @Field({ defaultValue: '', description: 'What there is to say of it.' })
  note: string;
}

@ObjectType({ description: 'The seat is gone.' })
export class SeatRemoved {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
}

const REFUSALS = [Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const;

export const SeatResult = createUnionType({
  name: 'SeatResult',
  description: 'The seat as it now is, or why nothing changed.',
  types: () => [Seat, ...REFUSALS] as const,
  resolveType: successOr(Seat),
});

export const SeatRemovedResult = createUnionType({
  name: 'SeatRemovedResult',
  description: 'That the seat is gone, or why it is not.',
  types: () => [SeatRemoved, ...REFUSALS] as const,
  resolveType: successOr(SeatRemoved),
});
