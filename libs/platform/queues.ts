import { Inject, Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, withBackend, type Job, type JobsOptions } from 'bullmq';
import { CONFIG, type Config } from './config.js';
import { DATABASE_URL, PooledClient } from './database.js';

/** One queue a kind of work: its rhythm and weight differ, not its mechanics. */
export const QUEUES = ['matching', 'proposals', 'reminders', 'mail', 'embeddings', 'partnerships'] as const;
export type QueueName = (typeof QUEUES)[number];

/** How many jobs of a queue one process works on at a time. */
const CONCURRENCY: Record<QueueName, number> = { matching: 1, proposals: 1, reminders: 1, mail: 2, embeddings: 1, partnerships: 1 };

/** What PostgreSQL says matters, not what a job remembers: finished jobs go at once, failed ones after some. */
const JOB_OPTIONS: JobsOptions = {
  removeOnComplete: true,
  removeOnFail: 1000,
  attempts: 5,
  backoff: { type: 'exponential', delay: 1000 },
};

/** A feature's work on one queue; it must bear being called twice with the same job. */
export interface JobProcessor {
  readonly queue: QueueName;
  process(job: Job): Promise<void>;
}

const CLOSING_SECONDS = 3;
const RETRY_MILLISECONDS = 1000;

/**
 * BullMQ on Redis when REDIS_URL is set, on PostgreSQL otherwise: the same queues, workers and schedules.
 * A job is a wake-up: the truth about what is due or done stands in tables.
 */
@Injectable()
export class Queues implements BeforeApplicationShutdown {
  private readonly log = new Logger(Queues.name);
  private readonly opened = new Map<QueueName, Queue>();
  private readonly workers = new Set<Worker>();
  private closing = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE_URL) private readonly databaseUrl: string,
  ) {}

  queue(name: QueueName): Queue {
    const known = this.opened.get(name);
    if (known !== undefined) return known;
    const queue = this.makeQueue(name);
    queue.on('error', this.complain);
    this.opened.set(name, queue);
    // BullMQ remembers that it did not find its PostgreSQL, for good: whoever asks next gets another.
    queue.waitUntilReady().catch(() => {
      if (this.opened.get(name) === queue) this.opened.delete(name);
      void inTime(Promise.allSettled([queue.close()]));
    });
    return queue;
  }

  /** Works on a queue in this process, from when its server is there until the application stops. */
  work(processor: JobProcessor): void {
    const { queue } = processor;
    const options = { autorun: false, concurrency: CONCURRENCY[queue], lockDuration: 10_000, stalledInterval: 5000, maxStalledCount: 100 };
    const worker = this.makeWorker(queue, (job) => processor.process(job), options);
    worker.on('error', this.complain);
    worker.on('failed', (job, error) => {
      this.log.warn(`${queue} ${job?.name ?? ''} failed (attempt ${job?.attemptsMade ?? 0}): ${error.message}`);
    });
    this.workers.add(worker);
    void this.run(worker).catch(() => {
      this.workers.delete(worker);
      void inTime(Promise.allSettled([worker.close()]));
      setTimeout(() => { if (!this.closing) this.work(processor); }, RETRY_MILLISECONDS).unref();
    });
  }

  /** Ends within seconds, whatever the server of the queue does: an unfinished job is taken up again by another worker. */
  async beforeApplicationShutdown(): Promise<void> {
    this.closing = true;
    await inTime(Promise.allSettled([...this.workers].map((worker) => worker.close())));
    await inTime(Promise.allSettled([...this.opened.values()].map((queue) => queue.close())));
  }

  /** A worker that did not find its PostgreSQL would ask again without a pause, for good: it runs once it has found it. */
  private async run(worker: Worker): Promise<void> {
    await worker.waitUntilReady();
    await worker.run();
  }

  private makeQueue(name: QueueName): Queue {
    const options = { defaultJobOptions: JOB_OPTIONS };
    if (this.config.redisUrl !== undefined) {
      return new Queue(name, { ...options, connection: { url: this.config.redisUrl, maxRetriesPerRequest: 3 } });
    }
    return new OnPostgres.Queue(name, { ...options, connection: this.onPostgres() }) as unknown as Queue;
  }

  private makeWorker(name: QueueName, process: (job: Job) => Promise<void>, options: WorkerSettings): Worker {
    if (this.config.redisUrl !== undefined) {
      return new Worker(name, process, { ...options, connection: { url: this.config.redisUrl, maxRetriesPerRequest: null } });
    }
    return new OnPostgres.Worker(name, process, { ...options, connection: this.onPostgres() }) as unknown as Worker;
  }

  private onPostgres(): { connectionString: string; keepAlive: boolean; max: number; Client: typeof PooledClient } {
    return { connectionString: this.databaseUrl, keepAlive: true, max: 4, Client: PooledClient };
  }

  private readonly complain = (error: Error): void => {
    this.log.warn(`The queue’s server is in trouble: ${error.message}`);
  };
}

interface WorkerSettings {
  autorun: boolean;
  concurrency: number;
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
}

const OnPostgres = withBackend(createPostgresBackend);

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSING_SECONDS * 1000);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
