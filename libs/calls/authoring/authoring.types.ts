import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { Call } from '../call.type.js';
import type { CallDocument } from './call-document.js';
import type { DraftRecord } from './draft-rows.js';
import type { Change } from './changes.js';
import { InvalidCall } from './invalid-call.js';

@ObjectType({ description: 'One difference between two versions of a call.' })
export class CallChange implements Change {
  @Field({ description: 'Where it is, as in tracks.NCC-2023-VL.milestones.recommendation.local.' })
  path: string;

  @Field(() => String, { nullable: true, description: 'What stood there, as JSON; nothing where there was nothing.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there, as JSON; nothing where it was taken away.' })
  after: string | null;
}

@ObjectType({ description: 'A rule of a draft.' })
export class DraftRule {
  @Field(() => ID, { description: 'Its short name within the call.' })
  id: string;

  @Field({ description: 'How hard it is.' })
  severity: string;

  @Field({ description: 'What it demands, as it will be judged by, in words.' })
  sentence: string;
}

@ObjectType({ description: 'A call as your body is writing it; nobody else knows of it until it is published.' })
export class CallDraft implements DraftRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  bodyId: string;
  callId: string | null;
  base: CallDocument;
  document: CallDocument;

  @Field(() => Int, { description: 'Give it back as `expectedVersion` when you change or publish it.' })
  version: number;

  @Field(() => Date, { description: 'When it was changed last.' })
  changedAt: Date;
}

@ObjectType({ description: 'A moment at which a call or a change of it was published.' })
export class CallPublication {
  @Field(() => Int, { description: 'Its number, from 1.' })
  number: number;

  @Field(() => Date, { description: 'When.' })
  publishedAt: Date;

  bodyUuid: string;

  @Field({ description: 'Why, in the officer’s words.' })
  reason: string;

  @Field(() => [CallChange], { description: 'What became different.' })
  changes: CallChange[];
}

const refusals = [Unauthenticated, NotFound, Forbidden, InvalidInput, InvalidCall, Conflict] as const;

export const CallDraftResult = createUnionType({
  name: 'CallDraftResult',
  description: 'The draft as it now is, or why nothing changed.',
  types: () => [CallDraft, ...refusals] as const,
  resolveType: successOr(CallDraft),
});

export const PublishedCallResult = createUnionType({
  name: 'PublishedCallResult',
  description: 'The call as all can now read it, or why nothing changed.',
  types: () => [Call, ...refusals] as const,
  resolveType: successOr(Call),
});
