import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CalendarFeed, CalendarFeedResult } from './calendar-feeds.types.js';

@Resolver()
export class CalendarFeedsResolver {
  constructor(private readonly feeds: CalendarFeeds) {}

  @Query(() => [CalendarFeed], { description: 'The calendars that you have made and not revoked.' })
  myCalendarFeeds(@CurrentViewer() viewer: Viewer): Promise<CalendarFeed[]> {
    return this.feeds.ofViewer(viewer);
  }

  @Mutation(() => CalendarFeedResult, { description: 'Make a calendar to subscribe to, or get the one that you have.' })
  makeCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, nullable: true, description: 'Of one call, its id or code; without call and consortium: of all that concerns you.' })
    callId?: string,
    @Args('consortiumId', { type: () => ID, nullable: true, description: 'Of one consortium that you are in.' })
    consortiumId?: string,
  ): Promise<CalendarFeed | FailureView> {
    return failureOr(this.feeds.make(viewer, callId ?? null, consortiumId ?? null));
  }

  @Mutation(() => CalendarFeedResult, { description: 'Let the address of a calendar die, for instance to make another.' })
  revokeCalendarFeed(
    @CurrentViewer() viewer: Viewer,
    @Args('feedId', { type: () => ID, description: 'One of `myCalendarFeeds`.' }) feedId: string,
  ): Promise<CalendarFeed | FailureView> {
    return failureOr(this.feeds.revoke(viewer, feedId));
  }
}
