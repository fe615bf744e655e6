import type { Readable } from 'node:stream';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AccountsModule, PEOPLE_MAIL } from '#libs/accounts';
import { CallsModule } from '#libs/calls';
import { PartnershipsModule } from '#libs/partnerships';
import { SuggestionsModule } from '#libs/suggestions';
import { CalendarFeedsController } from './calendar-feeds.controller.js';
import { CalendarFeedsResolver } from './calendar-feeds.resolver.js';
import { CalendarFeeds } from './calendar-feeds.service.js';
import { CallFactsReader } from './call-facts.service.js';
import { CallLetters } from './call-letters.service.js';
import { ClockResolver } from './clock.resolver.js';
import { Companions } from './companions.service.js';
import { DemoClock } from './demo-clock.service.js';
import { ExplanationsResolver } from './explanations.resolver.js';
import { ExplanationsService } from './explanations.service.js';
import { ForecastService } from './forecast.service.js';
import { Links } from './links.service.js';
import { MailSettingsController } from './mail-settings.controller.js';
import { MailSettingsService } from './mail-settings.service.js';
import { DateLetters } from './date-letters.service.js';
import { OperationsController } from './operations.controller.js';
import { Opportunities } from './opportunities.service.js';
import { PlanReader } from './plan-reader.service.js';
import { PlanningService } from './planning.service.js';
import { ReminderComposer } from './reminder.composer.js';
import { ReminderFactsReader } from './reminder-facts.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';
import { SavedSearchesResolver } from './saved-searches.resolver.js';
import { SavedSearches } from './saved-searches.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { WishesService } from './wishes.service.js';

/** The one thing that is asked of Fastify itself. */
interface BodyParsers {
  addContentTypeParser(
    type: string,
    parser: (request: unknown, body: Readable, done: (error: Error | null) => void) => void,
  ): unknown;
}

/** Who follows which call, when they are reminded, and what the mails say. */
@Module({
  imports: [AccountsModule, CallsModule, SuggestionsModule, PartnershipsModule, PEOPLE_MAIL],
  controllers: [CalendarFeedsController, MailSettingsController, OperationsController, UnsubscribeController],
  providers: [
    CalendarFeeds,
    CalendarFeedsResolver,
    CallFactsReader,
    CallLetters,
    ClockResolver,
    Companions,
    DemoClock,
    ExplanationsResolver,
    ExplanationsService,
    ForecastService,
    Links,
    MailSettingsService,
    DateLetters,
    Opportunities,
    PlanReader,
    PlanningService,
    ReminderComposer,
    ReminderFactsReader,
    RemindersProcessor,
    RemindersResolver,
    RemindersService,
    SavedSearches,
    SavedSearchesResolver,
    SubscriptionsService,
    WishesService,
  ],
  exports: [PEOPLE_MAIL, DemoClock, ForecastService, PlanningService, RemindersProcessor, SubscriptionsService],
})
export class RemindersModule implements OnModuleInit {
  constructor(private readonly http: HttpAdapterHost) {}

  /** RFC 8058 lets mail programs post a multipart form; what it holds says nothing that the link does not. */
  onModuleInit(): void {
    const { httpAdapter: adapter } = this.http;
    if (!(adapter instanceof FastifyAdapter)) return;
    adapter.getInstance<BodyParsers>().addContentTypeParser('multipart/form-data', (_, body, done) => {
      body.resume().once('end', () => { done(null); }).once('error', done);
    });
  }
}
