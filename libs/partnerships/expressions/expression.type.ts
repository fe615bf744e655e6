import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, ConnectionType, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { EXPRESSION_EVENTS, EXPRESSION_STATES, type ExpressionEvent, type ExpressionState } from '../states/expression-states.js';
import { DeadlinePassed } from './deadline-passed.js';
import type { ExpressionContent, GivenPartner } from './expression-content.js';
import type { ActionInterest, ExpressionRecord, InterestDirection } from './expression-record.js';

export const ExpressionStateName = enumOf(EXPRESSION_STATES);
registerEnumType(ExpressionStateName, { name: 'ExpressionState', description: 'How far an expression of interest is, from a draft to the decision.' });
export const ExpressionEventName = enumOf(EXPRESSION_EVENTS);
registerEnumType(ExpressionEventName, { name: 'ExpressionEvent', description: 'What can happen to an expression of interest.' });
export const InterestDirectionName = enumOf<InterestDirection>(['OFFERS', 'SEEKS']);
registerEnumType(InterestDirectionName, { name: 'InterestDirection', description: 'Whether something is offered or sought.' });

@ObjectType({ description: 'What is offered for an action of the call, or sought in it.' })
@InputType('ActionInterestInput', { description: 'What is offered for an action of the call, or sought in it.' })
export class ActionInterestType implements ActionInterest {
  @Field(() => ID, { description: 'The key of the action: see `proposedActions` of the track.' })
  action: string;

  @Field(() => InterestDirectionName, { description: 'Whether it is offered or sought.' })
  direction: InterestDirection;
}

@InputType({ description: 'A partner: by `organisationId` when it is known here, else by `name`.' })
export class PartnerInput implements GivenPartner {
  @Field(() => ID, { nullable: true, description: 'Its id or any code.' })
  organisationId?: string | null;

  @Field(() => String, { nullable: true, description: 'Its name, when it is not known here.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is: an ISO 3166 code such as BE.' })
  country?: string | null;
}

@InputType({ description: 'What an expression of interest says. It is given whole each time.' })
export class ExpressionInput implements ExpressionContent {
  @Field({ defaultValue: '', description: 'Why: at most 10,000 characters.' })
  motivation: string;

  @Field(() => [ActionInterestType], { defaultValue: [], description: 'What you offer for the actions of the call, or seek in them.' })
  interests: ActionInterestType[];

  @Field(() => [PartnerInput], { defaultValue: [], description: 'Further partners beside those in the consortium; they need not be registered.' })
  partners: PartnerInput[];

  @Field(() => [ID], { defaultValue: [], description: 'Documents of the lead to attach.' })
  documentIds: string[];

  @Field(() => ID, { nullable: true, description: 'The contact: a person of the lead; left out: you.' })
  contactId?: string | null;
}

@ObjectType({ description: 'An organisation in an expression of interest.' })
export class ExpressionMember {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its country, where that was said.' })
  country: string | null;

  @Field({ description: 'Whether it said yes itself; else it is invited or only named.' })
  agreed: boolean;

  /** By it the field `organisation` is read. */
  organisationId: string | null;

  trackId: string;
}

@ObjectType({ description: 'Whom to turn to about an expression of interest.' })
export class ExpressionContact {
  @Field({ description: 'Name.' })
  name: string;

  @Field({ description: 'Mail address.' })
  email: string;
}

@ObjectType({ description: 'A version that was submitted, as it was.' })
export class ExpressionVersion {
  @Field(() => Int, { description: 'Its number.' })
  version: number;

  @Field(() => Date, { description: 'When it was submitted.' })
  submittedAt: Date;

  @Field({ description: 'Why.' })
  motivation: string;

  @Field(() => [ActionInterestType], { description: 'What was offered and sought.' })
  interests: ActionInterest[];

  @Field(() => [String], { description: 'Who was in it, the lead first.' })
  members: string[];
}

@ObjectType({ description: 'What the body decided, and why.' })
export class ExpressionDecision {
  @Field(() => ExpressionEventName, { description: 'What was decided.' })
  decision: ExpressionEvent;

  @Field({ description: 'Why; empty where none was given.' })
  reason: string;

  @Field(() => Date, { description: 'When.' })
  decidedAt: Date;
}

@ObjectType({ description: 'That a partnership or an organisation tells a regional body of its interest in a call.' })
export class Expression implements ExpressionRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field({ description: 'The partnership’s name, or the organisation’s.' })
  name: string;

  @Field(() => ExpressionStateName, { description: 'How far it is.' })
  state: ExpressionState;

  @Field(() => Int, { description: 'Goes up with every change: give it back as `expectedVersion`.' })
  version: number;

  @Field(() => ID, { nullable: true, description: 'The partnership; nothing for a single organisation.' })
  consortiumId: string | null;

  @Field({ description: 'Why.' })
  motivation: string;

  @Field(() => [ActionInterestType], { description: 'What it offers for the actions of the call, and seeks in them.' })
  interests: ActionInterest[];

  @Field(() => Date, { description: 'When it was begun.' })
  madeAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was first submitted; nothing for a draft.' })
  submittedAt: Date | null;

  trackId: string;
  trackCode: string;
  callId: string;
  bodyId: string;
  leadId: string;
  documents: string[];
  partners: ExpressionRecord['partners'];
  contactId: string | null;
}

@ObjectType({ description: 'A page of expressions of interest.' })
export class ExpressionConnection extends ConnectionType('Expression', () => Expression) {}

export const ExpressionResult = createUnionType({
  name: 'ExpressionResult',
  description: 'The expression of interest as it now is, or why nothing changed.',
  types: () => [Expression, Unauthenticated, NotFound, Forbidden, InvalidInput, DeadlinePassed, Conflict] as const,
  resolveType: successOr(Expression),
});
