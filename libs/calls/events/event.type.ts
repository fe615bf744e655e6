import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Conflict, Forbidden, NotFound, successOr, Unauthenticated } from '#libs/platform';
import type { Attendance, SignUpRecord } from './events.service.js';

@ObjectType({ description: 'That somebody comes to an event, for an organisation.' })
export class EventSignUp implements SignUpRecord {
  @Field(() => ID, { description: 'The event: the id of that date.' })
  milestoneId: string;

  organisationUuid: string;

  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field({ description: 'The person’s name.' })
  name: string;

  @Field(() => Date, { description: 'When they signed up.' })
  signedUpAt: Date;

  @Field(() => Date, { nullable: true, description: 'When they cancelled; nothing while they come.' })
  cancelledAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they were there; nothing before that was noted.' })
  attended: boolean | null;
}

@InputType({ description: 'Who was at an event, or was not.' })
export class AttendanceInput implements Attendance {
  @Field(() => ID, { description: 'The organisation.' })
  organisationId: string;

  @Field(() => ID, { description: 'The person, as in the list of sign-ups.' })
  personId: string;

  @Field({ description: 'Whether they were there.' })
  attended: boolean;
}

@ObjectType({ description: 'Who comes to an event.' })
export class EventList {
  @Field(() => ID, { description: 'The event: the id of that date.' })
  milestoneId: string;

  @Field(() => [EventSignUp], { description: 'The sign-ups, the first first.' })
  signUps: EventSignUp[];
}

export const EventSignUpResult = createUnionType({
  name: 'EventSignUpResult',
  description: 'The sign-up as it now is, or why nothing changed.',
  types: () => [EventSignUp, Unauthenticated, NotFound, Forbidden, Conflict] as const,
  resolveType: successOr(EventSignUp),
});

export const EventListResult = createUnionType({
  name: 'EventListResult',
  description: 'Who comes, or why that is not shown.',
  types: () => [EventList, Unauthenticated, NotFound, Forbidden, Conflict] as const,
  resolveType: successOr(EventList),
});
