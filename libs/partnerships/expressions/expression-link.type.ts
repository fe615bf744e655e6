import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Organisation } from '#libs/directory';
import { Conflict, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { DeadlinePassed } from './deadline-passed.js';
import type { ExpressionLinkRecord } from './expression-links.service.js';
import { ActionInterestType, PartnerInput } from './expression.type.js';
import type { LinkedContent } from './linked-expressions.service.js';

@ObjectType({ description: 'A public link by which organisations that are not registered express interest, until the gate of its track closes.' })
export class ExpressionLink implements ExpressionLinkRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  trackId: string;

  @Field({ description: 'What you call it.' })
  label: string;

  @Field(() => Int, { description: 'How often it was used.' })
  uses: number;

  @Field(() => Int, { description: 'How often it can be used.' })
  mostUses: number;

  @Field(() => Date, { description: 'When it was made.' })
  madeAt: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it opens nothing any more.' })
  revokedAt: Date | null;
}

@InputType({ description: 'What a newcomer writes.' })
export class LinkedExpressionInput implements LinkedContent {
  @Field({ description: 'The name of the partnership; single organisations repeat their own.' })
  name: string;

  @Field({ defaultValue: '', description: 'Why: at most 10,000 characters.' })
  motivation: string;

  @Field(() => [ActionInterestType], { defaultValue: [], description: 'What you offer for the actions of the call, or seek in them.' })
  interests: ActionInterestType[];

  @Field(() => [PartnerInput], { defaultValue: [], description: 'Your partners; they need not be registered.' })
  partners: PartnerInput[];
}

@ObjectType({ description: 'That an expression of interest has arrived.' })
export class ExpressionReceipt {
  @Field(() => ID, { description: 'Its id.' })
  expressionId: string;

  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => Date, { description: 'When it arrived, by our clock.' })
  submittedAt: Date;
}

export const ExpressionLinkResult = createUnionType({
  name: 'ExpressionLinkResult',
  description: 'The link, or why nothing was done.',
  types: () => [ExpressionLink, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(ExpressionLink),
});

export const ExpressionReceiptResult = createUnionType({
  name: 'ExpressionReceiptResult',
  description: 'The receipt, or why nothing was kept.',
  types: () => [ExpressionReceipt, NotFound, Forbidden, InvalidInput, DeadlinePassed, Conflict] as const,
  resolveType: successOr(ExpressionReceipt),
});

export const ReviewedNewcomerResult = createUnionType({
  name: 'ReviewedNewcomerResult',
  description: 'The organisation, which everybody can see now, or why nothing was done.',
  types: () => [Organisation, Unauthenticated, NotFound] as const,
  resolveType: successOr(Organisation),
});
