import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Conflict, ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { RESULT_STATES, type ResultState } from '../states/result-states.js';
import { RESULT_KINDS, type ResultKind, type ResultRecord } from './result-record.js';

export const ResultKindName = enumOf(RESULT_KINDS);
registerEnumType(ResultKindName, { name: 'ResultKind', description: 'What a result of a project is.' });
export const ResultStateName = enumOf(RESULT_STATES);
registerEnumType(ResultStateName, {
  name: 'ResultState',
  description: 'How far a result is. DUE: within thirty days of its day. OVERDUE: that day is over, and it is not public.',
});

@ObjectType({ description: 'A result that a project promised to the public.' })
export class DisseminationResult implements ResultRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The name of the consortium whose project it is of.' })
  project: string;

  @Field({ description: 'What it is called.' })
  title: string;

  @Field(() => ResultKindName, { description: 'What it is.' })
  kind: ResultKind;

  @Field({ description: 'Whom it is for.' })
  audience: string;

  @Field(() => GraphQLLocalDate, { description: 'The day by whose end it must be public.' })
  dueOn: string;

  @Field(() => Date, { description: 'The end of that day, in the zone of the call.' })
  dueAt: Date;

  @Field(() => ResultStateName, { description: 'How far it is.' })
  state: ResultState;

  @Field(() => String, { nullable: true, description: 'Where it can be read; nothing before it is public.' })
  url: string | null;

  @Field(() => Date, { nullable: true, description: 'When it became public.' })
  publishedAt: Date | null;

  @Field(() => Int, { description: 'Goes up with every change: give it back as `expectedVersion` when you move it.' })
  version: number;

  consortiumId: string;
  callId: string;
  leadUuid: string;
  publisherUuid: string;
}

@ObjectType({ description: 'A page of results.' })
export class DisseminationResultConnection extends ConnectionType('DisseminationResult', () => DisseminationResult) {}

export const DisseminationResultResult = createUnionType({
  name: 'DisseminationResultResult',
  description: 'The result as it now is, or why nothing changed.',
  types: () => [DisseminationResult, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(DisseminationResult),
});
