import { Module } from '@nestjs/common';
import { AccountsModule, PeopleReaders } from '#libs/accounts';
import { MailModule } from '#libs/mail';
import { ClockResolver } from './clock.resolver.js';
import { DemoClock } from './demo-clock.service.js';
import { ForecastService } from './forecast.service.js';
import { PlanReader } from './plan-reader.service.js';
import { PlanningService } from './planning.service.js';
import { ReminderComposer } from './reminder.composer.js';
import { ReminderFactsReader } from './reminder-facts.service.js';
import { RemindersProcessor } from './reminders.processor.js';
import { RemindersResolver } from './reminders.resolver.js';
import { RemindersService } from './reminders.service.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

const mail = MailModule.forRoot(PeopleReaders);

/** Who follows which call, when they are reminded, and what the mails say. */
@Module({
  imports: [AccountsModule, mail],
  controllers: [UnsubscribeController],
  providers: [
    ClockResolver,
    DemoClock,
    ForecastService,
    PlanReader,
    PlanningService,
    ReminderComposer,
    ReminderFactsReader,
    RemindersProcessor,
    RemindersResolver,
    RemindersService,
    SubscriptionsService,
  ],
  exports: [mail, DemoClock, ForecastService, PlanningService, RemindersProcessor, SubscriptionsService],
})
export class RemindersModule {}
