import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Conflict, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { Consortium } from '../consortia/consortium.type.js';
import { READINESS_KINDS, type ReadinessKind } from './check-list.js';
import { NotReady } from './not-ready.js';

export const ReadinessKindName = enumOf(READINESS_KINDS);
registerEnumType(ReadinessKindName, {
  name: 'ReadinessKind',
  description: 'What an item of a check list is: a rule of the call, a document, an agreement of all, the dissemination plan, required reading, a task, the submission itself.',
});

@ObjectType('ReadinessItem', { description: 'Something that a consortium has to see to before it submits.' })
export class ReadinessItemView {
  @Field(() => ID, { description: 'Its short name on the list, the same for as long as the same is asked.' })
  id: string;

  @Field(() => ReadinessKindName, { description: 'What it is.' })
  kind: ReadinessKind;

  @Field({ description: 'What is to be seen to, in a sentence.' })
  text: string;

  @Field({ description: 'Whether it is seen to.' })
  done: boolean;

  /** By it the field `owner` is read. */
  ownerUuid: string;

  @Field({ description: 'Whether the lead asked the owner to take care of it; else it is theirs by itself.' })
  assigned: boolean;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day by whose end it should be done, planned backward from the submission over working days; nothing without an exact date.' })
  dueOn: string | null;

  @Field(() => Date, { nullable: true, description: 'The end of that day in the zone of the submission; of a task its own date.' })
  dueAt: Date | null;
}

@ObjectType({ description: 'How far a consortium is prepared.' })
export class Readiness {
  @Field({ description: 'Whether it could be marked ready without confirming anything: all mandatory rules are met.' })
  met: boolean;

  @Field(() => Int, { description: 'The version of the rules that was asked.' })
  rulesetVersion: number;

  @Field(() => [ReadinessItemView], { description: 'All that is to be seen to, the first due first.' })
  items: ReadinessItemView[];
}

export const MarkReadyResult = createUnionType({
  name: 'MarkReadyResult',
  description: 'The consortium, which is ready, or why it is not.',
  types: () => [Consortium, NotReady, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Consortium),
});
