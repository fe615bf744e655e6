import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { connect, copyOfTemplate, enqueue, OutboxRelay, Queues, readConfig, type JobProcessor } from '#libs/platform';
import { openGate } from '../support/gate.js';
import { hasRedis, startRedis, WITHOUT_REDIS, type TestRedis } from '../support/redis.js';
import { until } from '../support/until.js';

/** Collects what is processed and lets a test wait for it. */
class Seen implements JobProcessor {
  readonly queue = 'mail';
  readonly names: string[] = [];
  private readonly waiting = new Set<() => void>();

  constructor(private readonly trouble: (name: string) => void = () => undefined) {}

  process({ name }: { name: string }): Promise<void> {
    this.names.push(name);
    for (const check of this.waiting) check();
    this.trouble(name);
    return Promise.resolve();
  }

  until(condition: (names: readonly string[]) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!condition(this.names)) return;
        this.waiting.delete(check);
        resolve();
      };
      this.waiting.add(check);
      check();
    });
  }
}

/** The same promises on both back ends. */
function keepsItsPromises(redisUrl: () => string | undefined): void {
  let database: DataSource;
  let dropDatabase: () => Promise<void>;
  let url: string;

  const open = (): Queues => new Queues({ ...readConfig({}), redisUrl: redisUrl() }, url);

  beforeAll(async () => {
    const copy = await copyOfTemplate();
    url = copy.url;
    dropDatabase = () => copy.drop();
    database = await connect(url);
  });
  afterAll(async () => {
    await database.destroy();
    await dropDatabase();
  });

  it('does what was committed, in order, and nothing that was rolled back', async () => {
    const queues = open();
    const seen = new Seen();
    queues.work(seen);
    await database.transaction(async (manager) => {
      for (const name of ['a', 'b', 'c']) await enqueue(manager, 'mail', name);
    });
    const undone = database.transaction(async (manager) => {
      await enqueue(manager, 'mail', 'never');
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await new OutboxRelay(database, queues).relay();
    await database.transaction((manager) => enqueue(manager, 'mail', 'last'));
    await new OutboxRelay(database, queues).relay();
    await seen.until((names) => names.includes('last'));
    expect(seen.names.toSorted()).toEqual(['a', 'b', 'c', 'last']);
    await queues.beforeApplicationShutdown();
    expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
  });

  it('tries a failed job again', async () => {
    const queues = open();
    let failures = 0;
    const seen = new Seen((name) => {
      if (name === 'hard' && failures < 1) {
        failures += 1;
        throw new Error('the first attempt fails');
      }
    });
    queues.work(seen);
    await queues.queue('mail').add('hard', {});
    await seen.until((names) => names.filter((name) => name === 'hard').length === 2);
    await queues.beforeApplicationShutdown();
  });

  it('wakes up again and again', async () => {
    const queues = open();
    const seen = new Seen();
    queues.work(seen);
    for (let started = 0; started < 2; started += 1) await queues.queue('mail').upsertJobScheduler('tick', { every: 200 }, { name: 'tick' });
    await seen.until((names) => names.length >= 3);
    expect(await queues.queue('mail').getJobSchedulersCount()).toBe(1);
    await queues.queue('mail').removeJobScheduler('tick');
    await queues.beforeApplicationShutdown();
  });
}

describe('the queue on PostgreSQL', () => {
  keepsItsPromises(() => undefined);

  it('works once its server is there, whoever asked before', async () => {
    const copy = await copyOfTemplate();
    const gate = await openGate(copy.url);
    await gate.close();
    const queues = new Queues(readConfig({}), gate.url);
    const seen = new Seen();
    queues.work(seen);
    await expect(queues.queue('mail').add('too early', {})).rejects.toThrow();
    await gate.open();
    await until('the queue to take a job', () => queues.queue('mail').add('in time', {}));
    await seen.until((names) => names.includes('in time'));
    await queues.beforeApplicationShutdown();
    await gate.close();
    await copy.drop();
  });
});

(hasRedis ? describe : describe.skip)(`the queue on Redis${hasRedis ? '' : ` (${WITHOUT_REDIS})`}`, () => {
  let redis: TestRedis;
  beforeAll(async () => { redis = await startRedis(); });
  afterAll(() => redis.stop());
  keepsItsPromises(() => redis.url);
});
