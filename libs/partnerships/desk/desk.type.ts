import { createUnionType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Conflict, enumOf, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { SuggestionPart } from '#libs/suggestions';
import type { ExpressionRecord } from '../expressions/expression-record.js';
import type { CoverageRow } from './comparisons.service.js';
import type { Criterion } from './criteria.service.js';
import { DECISIONS, type Decision } from './decisions.service.js';
import type { DeskEntryRecord, DeskMemberRecord, DeskRecord } from './desk.service.js';
import type { OfficerView, ScoreChange } from './scores.service.js';

export const DecisionName = enumOf<Decision>(DECISIONS);
registerEnumType(DecisionName, { name: 'DeskDecision', description: 'What a body decides on an expression of interest.' });

@ObjectType({ description: 'What is looked at, and how much it counts.' })
@InputType('DeskCriterionInput', { description: 'What is looked at, and how much it counts.' })
export class DeskCriterion implements Criterion {
  @Field(() => ID, { description: 'Its key: scores are kept under it.' })
  key: string;

  @Field({ description: 'What it is.' })
  name: string;

  @Field(() => Float, { description: 'How much it counts; the sum is free.' })
  weight: number;
}

@InputType({ description: 'What you give for a criterion.' })
export class ScoreInput implements ScoreChange {
  @Field(() => ID, { description: 'The key of the criterion.' })
  criterion: string;

  @Field(() => Float, { nullable: true, description: 'From 0 to 10; nothing takes it back.' })
  score?: number | null;
}

@ObjectType({ description: 'What an officer gave for a criterion.' })
export class DeskScore {
  @Field(() => ID, { description: 'The key of the criterion.' })
  criterion: string;

  @Field(() => Float, { description: 'From 0 to 10.' })
  score: number;
}

@ObjectType({ description: 'What one officer thinks of an expression of interest.' })
export class DeskView implements OfficerView {
  @Field({ description: 'Who; empty once the person is gone.' })
  officer: string;

  @Field({ description: 'The officer’s note.' })
  note: string;

  @Field(() => [DeskScore], { description: 'What the officer gave, in the order of the criteria.' })
  scores: DeskScore[];

  expressionId: string;
  personId: string;
}

@ObjectType({ description: 'A member of an expression of interest, as the desk sees it.' })
export class DeskMember implements DeskMemberRecord {
  @Field({ description: 'Its name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Its country.' })
  country: string | null;

  @Field({ description: 'Whether it said yes itself; else it is invited or only named.' })
  agreed: boolean;

  @Field({ description: 'Whether no past project of it is known.' })
  newcomer: boolean;

  @Field({ description: 'Whether it was at an event of the track.' })
  attended: boolean;

  @Field(() => [ID], { description: 'The other expressions of interest on the track that name it.' })
  alsoIn: string[];

  @Field(() => Float, { nullable: true, description: 'Its score for the lead in the call; nothing for the lead, and for who is only named.' })
  score: number | null;

  @Field(() => [SuggestionPart], { description: 'What its score is made of.' })
  why: SuggestionPart[];

  expressionId: string;
  organisationId: string | null;
}

@ObjectType({ description: 'A theme that the call wants, and which members cover it.' })
export class DeskCoverage implements CoverageRow {
  @Field(() => ID, { description: 'The theme.' })
  theme: string;

  @Field({ description: 'The theme in words.' })
  label: string;

  @Field(() => [ID], { description: 'The members that offer it or worked on it.' })
  members: string[];

  @Field({ description: 'Whether nobody covers it.' })
  gap: boolean;
}

@ObjectType({ description: 'An expression of interest with all that is known of it at the desk. Scores advise: people decide.' })
export class DeskEntry {
  @Field(() => Float, { nullable: true, description: 'The weighted mean of what the officers gave, from 0 to 10; nothing before anybody scored.' })
  weightedMean: number | null;

  @Field(() => [DeskView], { description: 'What each officer thinks.' })
  views: DeskView[];

  /** By these its further fields are read. */
  record: DeskEntryRecord;
  desk: DeskRecord;
  expression: ExpressionRecord;
}

@ObjectType({ description: 'Somebody who came to an event of the track and is in no expression of interest yet.' })
export class DeskLead {
  @Field(() => [String], { description: 'The events that it came to, by their keys.' })
  events: string[];

  organisationId: string;
}

@ObjectType({ description: 'All expressions of interest of a track, side by side.' })
export class Desk {
  @Field(() => Date, { nullable: true, description: 'When the gate closes; nothing while no exact date is known.' })
  closesAt: Date | null;

  @Field({ description: 'Whether it has closed: decisions come after that.' })
  closed: boolean;

  @Field(() => Date, { nullable: true, description: 'When the body is to have recommended.' })
  recommendBy: Date | null;

  @Field(() => [DeskCriterion], { description: 'What is looked at.' })
  criteria: Criterion[];

  @Field(() => Int, { description: 'How many came too late; nothing more is known of them.' })
  lateAttempts: number;

  track: DeskRecord['track'];
}

export const DeskResult = createUnionType({
  name: 'DeskResult',
  description: 'The desk as it now is, or why nothing was done.',
  types: () => [Desk, Unauthenticated, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Desk),
});
