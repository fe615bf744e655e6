import { Injectable, Logger, Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MailProcessor } from '#libs/mail';
import { PartnershipsModule, PartnershipsProcessor } from '#libs/partnerships';
import { Notifications, OutboxRelay, Queues, type JobProcessor, type QueueName } from '#libs/platform';
import { RemindersModule, RemindersProcessor } from '#libs/reminders';
import { EmbeddingsProcessor, MatchingProcessor, ProposalsProcessor, SuggestionsModule } from '#libs/suggestions';

/** Wake-ups that come again and again, so that nothing waits for a job that was lost. */
const RHYTHM: readonly { queue: QueueName; name: string; every: number }[] = [
  { queue: 'mail', name: 'send', every: 5000 },
  { queue: 'reminders', name: 'tick', every: 5000 },
  { queue: 'reminders', name: 'plan', every: 3_600_000 },
  { queue: 'matching', name: 'refresh', every: 30_000 },
  { queue: 'matching', name: 'prune', every: 3_600_000 },
  { queue: 'embeddings', name: 'embed', every: 600_000 },
  { queue: 'partnerships', name: 'review', every: 15_000 },
  { queue: 'partnerships', name: 'rules', every: 600_000 },
];
const RELAY_MILLISECONDS = 1000;
const RETRY_MILLISECONDS = 5000;

/** Works on the queues and feeds them from the outbox. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(WorkerRunner.name);
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly processors: readonly JobProcessor[];

  constructor(
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
    private readonly notifications: Notifications,
    matching: MatchingProcessor,
    proposals: ProposalsProcessor,
    reminders: RemindersProcessor,
    mail: MailProcessor,
    embeddings: EmbeddingsProcessor,
    partnerships: PartnershipsProcessor,
  ) {
    this.processors = [matching, proposals, reminders, mail, partnerships, ...(embeddings.isOn ? [embeddings] : [])];
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const processor of this.processors) this.queues.work(processor);
    await this.notifications.listen('outbox', () => void this.relay.relay());
    this.timers.add(setInterval(() => void this.relay.relay(), RELAY_MILLISECONDS));
    void this.keepRhythm();
  }

  beforeApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** The queue's server may be away for a while when a worker starts. */
  private async keepRhythm(): Promise<void> {
    const worked = RHYTHM.filter(({ queue }) => this.processors.some((processor) => processor.queue === queue));
    try {
      for (const { queue, name, every } of worked) await this.queues.queue(queue).upsertJobScheduler(name, { every }, { name });
    } catch (error) {
      this.log.warn(`No rhythm yet: ${error instanceof Error ? error.message : String(error)}`);
      this.timers.add(setTimeout(() => void this.keepRhythm(), RETRY_MILLISECONDS));
    }
  }
}

/** The processes that match, plan and send. */
@Module({ imports: [SuggestionsModule, PartnershipsModule, RemindersModule], providers: [WorkerRunner] })
export class WorkerModule {}
