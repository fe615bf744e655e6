import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { QUEUES, Queues, type QueueName } from './queues.js';

/** Ids only: a job never carries personal data or content. */
export type JobData = Readonly<Record<string, string | number>>;

/**
 * Writes a job beside the rows it is about: it reaches the queue if, and only if, the transaction commits.
 * @param manager the transaction of the write
 * @param priority 0 before all others; then 1, 2, …
 */
export async function enqueue(manager: EntityManager, queue: QueueName, name: string, data: JobData = {}, priority = 0): Promise<void> {
  await manager.query('INSERT INTO outbox (queue, name, data, priority) VALUES ($1, $2, $3, $4)', [queue, name, data, priority]);
  await manager.query(`SELECT pg_notify('outbox', '')`);
}

interface OutboxRow {
  id: string;
  queue: string;
  name: string;
  data: JobData;
  priority: number;
}

const BATCH = 500;

/** Moves committed outbox rows into the queue, at least once: handlers are idempotent. */
@Injectable()
export class OutboxRelay {
  private readonly log = new Logger(OutboxRelay.name);
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly queues: Queues,
  ) {}

  /** Moves all that is waiting; calls that overlap run one after the other. Failures are logged and met by the next call. */
  relay(): Promise<void> {
    this.running = this.running.then(() => this.moveAll()).catch((error: unknown) => {
      this.log.warn(`The outbox waits: ${error instanceof Error ? error.message : String(error)}`);
    });
    return this.running;
  }

  private async moveAll(): Promise<void> {
    while ((await this.moveBatch()) === BATCH);
  }

  private moveBatch(): Promise<number> {
    return this.database.transaction(async (manager) => {
      const rows = await manager.query<OutboxRow[]>(
        'SELECT id, queue, name, data, priority FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED',
        [BATCH],
      );
      for (const queue of QUEUES) {
        const jobs = rows.filter((row) => row.queue === queue);
        if (jobs.length === 0) continue;
        await this.queues
          .queue(queue)
          .addBulk(jobs.map(({ id, name, data, priority }) => ({ name, data, opts: { jobId: `outbox-${id}`, priority } })));
      }
      await manager.query('DELETE FROM outbox WHERE id = ANY($1)', [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }
}
