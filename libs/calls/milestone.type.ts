import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Conflict, Forbidden, InvalidInput, NotFound, successOr } from '#libs/platform';
import { Precision } from './enums.js';

@ObjectType({ description: 'A date as it was announced at one time.' })
export class MilestoneRevision {
  @Field(() => Int, { description: 'Its number: 1 for the date first announced.' })
  revision: number;

  @Field({ description: 'The local date or time, as written.' })
  local: string;

  @Field({ description: 'The IANA time zone it is in.' })
  zone: string;

  @Field(() => Precision, { description: 'How exactly it was known.' })
  precision: Precision;

  @Field(() => String, { nullable: true, description: 'Why the date became this one.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the date became this one, where we know it.' })
  movedAt: Date | null;
}

@ObjectType({ description: 'A date in the life of a call or of a track: its opening, a deadline, a meeting.' })
export class Milestone {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  callUuid: string;

  trackUuid: string | null;

  @Field({ description: 'Its short name within the call or track.' })
  key: string;

  @Field({ description: 'What happens, such as OPENING, EVENT, EXPRESSION_OF_INTEREST or SUBMISSION.' })
  kind: string;

  @Field({ description: 'Who has to act: APPLICANTS, or the code of a body.' })
  actor: string;

  @Field({ description: 'The local date or time as written: 2023-11-30T17:00:00, 2023-10-14, 2024-06, 2014-H2 or 2024.' })
  local: string;

  @Field({ description: 'The IANA time zone of `local`.' })
  zone: string;

  @Field(() => Precision, { description: 'How exactly the date is known.' })
  precision: Precision;

  @Field(() => Int, { description: 'How many dates it has had: give it back as `expectedRevision` when you move it.' })
  revision: number;

  @Field(() => Date, { description: 'The first instant of the date.' })
  startsAt: Date;

  @Field(() => Date, { description: 'The instant it is over: for a whole day, the first of the next day.' })
  endsAt: Date;

  @Field({ description: 'Whether it is exact to the day or minute; a vague date refuses nobody and sends no reminders.' })
  exact: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The local time as written, when a clock change skips it and it counts as later.',
  })
  shiftedFrom: string | null;

  @Field(() => String, { nullable: true, description: 'What else is known about it.' })
  note: string | null;

  @Field({ description: 'Whether something about it is our reading rather than the words of the source.' })
  assumed: boolean;

  @Field(() => [MilestoneRevision], { description: 'All dates it has had, the first announced first.' })
  history: MilestoneRevision[];
}

export const MoveMilestoneResult = createUnionType({
  name: 'MoveMilestoneResult',
  description: 'The moved date, or why it was not moved.',
  types: () => [Milestone, NotFound, Forbidden, InvalidInput, Conflict] as const,
  resolveType: successOr(Milestone),
});
