import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, PageArgs, type Connection, type FailureView } from '#libs/platform';
import { RemindersService } from './reminders.service.js';
import { Reminder, ReminderConnection, ReminderSubscription, SubscribeResult, UnsubscribeResult } from './reminders.types.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Resolver()
export class RemindersResolver {
  constructor(
    private readonly subscriptions: SubscriptionsService,
    private readonly reminders: RemindersService,
  ) {}

  @Query(() => [ReminderSubscription], { description: 'The calls and tracks that you follow.' })
  mySubscriptions(@CurrentViewer() viewer: Viewer): Promise<ReminderSubscription[]> {
    return this.subscriptions.ofViewer(viewer);
  }

  @Query(() => ReminderConnection, { description: 'The reminders that you get and got, the latest first.' })
  myReminders(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<Reminder>> {
    return this.reminders.ofViewer(viewer, page);
  }

  @Mutation(() => SubscribeResult, { description: 'Follow a call, or one of its tracks: you are reminded of its dates by mail.' })
  subscribe(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call: its id or code.' }) callId: string,
    @Args('trackId', { type: () => ID, nullable: true, description: 'A track of that call: its id or code. Its dates come on top.' })
    trackId?: string,
  ): Promise<ReminderSubscription | FailureView> {
    return failureOr(this.subscriptions.subscribe(viewer, { callId, trackId: trackId ?? null }));
  }

  @Mutation(() => UnsubscribeResult, { description: 'Stop following: reminders that have not been sent are taken back.' })
  unsubscribe(
    @CurrentViewer() viewer: Viewer,
    @Args('subscriptionId', { type: () => ID, description: 'One of `mySubscriptions`.' }) subscriptionId: string,
  ): Promise<ReminderSubscription | FailureView> {
    return failureOr(this.subscriptions.unsubscribe(viewer, subscriptionId));
  }
}
