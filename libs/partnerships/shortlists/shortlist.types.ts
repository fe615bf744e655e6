import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { SuggestionPart } from '#libs/suggestions';
import type { ShortlistRecord } from './shortlists.service.js';

@ObjectType({ description: 'An organisation on a shortlist.' })
export class ShortlistEntry {
  @Field(() => Int, { description: 'Its place, from 1.' })
  position: number;

  @Field({ description: 'The officer’s note.' })
  note: string;

  @Field(() => Date, { description: 'When it was put on the list.' })
  addedAt: Date;

  /** Own ids, by which the fields `organisation` and `suggestedFor` are read. */
  organisationUuid: string;
  suggestedForUuid: string;

  @Field(() => [SuggestionPart], { description: 'Why it is here: what its score for `suggestedFor` is made of today.' })
  why: SuggestionPart[];
}

@ObjectType({ description: 'A named, ordered list of organisations that a body keeps for one of its tracks.' })
export class Shortlist implements ShortlistRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'Its name, unique on the track.' })
  name: string;

  @Field(() => Date, { description: 'When it was made.' })
  madeAt: Date;

  trackId: string;
  callId: string;
  bodyId: string;
}

export const ShortlistResult = createUnionType({
  name: 'ShortlistResult',
  description: 'The shortlist as it now is, or why nothing changed.',
  types: () => [Shortlist, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Shortlist),
});
