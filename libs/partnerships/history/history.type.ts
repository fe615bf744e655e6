import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Forbidden, NotFound, successOr, Unauthenticated } from '#libs/platform';

@ObjectType({ description: 'Something that was told of an event, such as a reason.' })
export class HistoryDetail {
  @Field({ description: 'Its name.' })
  name: string;

  @Field({ description: 'What it is: a text as it is, anything else as JSON.' })
  value: string;
}

@ObjectType({ description: 'Something that was decided, or a date that was changed. It names roles and organisations, never people.' })
export class HistoryEntry {
  @Field({ description: 'What it happened to, such as CONSORTIUM or RESULT.' })
  kind: string;

  @Field(() => ID, { description: 'The id of that.' })
  subjectId: string;

  @Field(() => Int, { description: 'Its number in the history of that, from 1.' })
  number: number;

  @Field(() => Date, { description: 'When.' })
  at: Date;

  @Field({ description: 'What was done, such as MARK_READY.' })
  action: string;

  @Field(() => String, { nullable: true, description: 'The role in whose right it was done; nothing where a rule or date did it.' })
  role: string | null;

  @Field(() => [HistoryDetail], { description: 'What was told of it.' })
  details: HistoryDetail[];

  /** By it the field `organisation` is read. */
  organisationUuid: string | null;
}

@ObjectType({ description: 'What was decided on a track, and how its dates moved.' })
export class TrackHistory {
  @Field(() => [HistoryEntry], { description: 'The oldest first.' })
  entries: HistoryEntry[];
}

export const TrackHistoryResult = createUnionType({
  name: 'TrackHistoryResult',
  description: 'The history, or why you do not see it.',
  types: () => [TrackHistory, Unauthenticated, NotFound, Forbidden] as const,
  resolveType: successOr(TrackHistory),
});
