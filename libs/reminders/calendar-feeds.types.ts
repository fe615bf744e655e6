import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';

@ObjectType({ description: 'A calendar to subscribe to in a calendar program; a date that moves, moves there.' })
export class CalendarFeed {
  @Field(() => ID, { description: 'Its id: give it to `revokeCalendarFeed`.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The code of the call whose dates it holds.' })
  callId: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The consortium whose dates it holds. Neither call nor consortium: all that you follow or have to act on.',
  })
  consortiumId: string | null;

  @Field({ description: 'The address to subscribe to. Whoever knows it reads the calendar: make a new one when too many do.' })
  url: string;

  @Field(() => Date, { nullable: true, description: 'When it was revoked: since then its address is dead.' })
  revokedAt: Date | null;
}

export const CalendarFeedResult = createUnionType({
  name: 'CalendarFeedResult',
  description: 'The calendar, or why there is none.',
  types: () => [CalendarFeed, InvalidInput, NotFound, Unauthenticated] as const,
  resolveType: successOr(CalendarFeed),
});
