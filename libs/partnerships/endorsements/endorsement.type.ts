import { createUnionType, Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { ENDORSEMENT_STATES, type EndorsementState } from '../states/endorsement-states.js';
import type { EndorsementGap } from './endorsement-gaps.js';
import type { EndorsementRecord } from './endorsements.service.js';

export const EndorsementStateName = enumOf(ENDORSEMENT_STATES);
registerEnumType(EndorsementStateName, {
  name: 'EndorsementState',
  description: 'How far a letter of endorsement is. CLAIMED: the lead has shown one, and the authority is to verify it.',
});

@ObjectType({ description: 'What the managing authority of a state says of a consortium. For rules only a letter that is GIVEN is there.' })
export class Endorsement implements EndorsementRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  consortiumId: string;
  authorityId: string;
  documentId: string | null;
  letterVersion: number | null;

  @Field({ description: 'The state (ISO 3166).' })
  country: string;

  @Field(() => EndorsementStateName, { description: 'How far it is.' })
  state: EndorsementState;

  @Field(() => String, { nullable: true, description: 'Why it was refused, or what the authority adds.' })
  reason: string | null;

  @Field(() => Date, { description: 'When it was asked for first.' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When the authority decided.' })
  settledAt: Date | null;
}

@ObjectType({ description: 'A state whose letter of endorsement the call wants and that is not given.' })
export class MissingEndorsement implements EndorsementGap {
  consortiumId: string;

  @Field({ description: 'The state (ISO 3166).' })
  country: string;

  @Field(() => EndorsementStateName, { nullable: true, description: 'How far its letter is; nothing before anybody asked.' })
  state: EndorsementState | null;

  /** By their own ids the field `canEndorse` is read. */
  authorities: readonly string[];
}

export const EndorsementResult = createUnionType({
  name: 'EndorsementResult',
  description: 'The letter of endorsement as it now stands, or why nothing changed.',
  types: () => [Endorsement, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Endorsement),
});
