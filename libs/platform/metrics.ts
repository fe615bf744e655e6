import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { DataSource } from 'typeorm';

/** What operators watch, in Prometheus' text format. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** GraphQL operations answered, by outcome. */
  readonly operations = new Counter({
    name: 'verbond_graphql_operations_total',
    help: 'GraphQL operations answered, by outcome.',
    labelNames: ['outcome'] as const,
    registers: [this.registry],
  });

  constructor(database: DataSource) {
    collectDefaultMetrics({ register: this.registry });
    new Gauge({
      name: 'verbond_outbox_waiting',
      help: 'Outbox rows that are not yet in the queue.',
      registers: [this.registry],
      async collect() {
        const [row] = await database.query<{ waiting: number }[]>('SELECT count(*)::int AS waiting FROM outbox');
        this.set(row?.waiting ?? 0);
      },
    });
    new Gauge({
      name: 'verbond_messages',
      help: 'Messages of the ledger, by state.',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const sql = 'SELECT state, count(*)::int AS messages FROM messages GROUP BY state';
        this.reset();
        for (const row of await database.query<{ state: string; messages: number }[]>(sql)) {
          this.set({ state: row.state }, row.messages);
        }
      },
    });
  }
}
