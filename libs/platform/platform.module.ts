import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { connect, DATABASE_URL } from './database.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { Notifications } from './notifications.js';
import { OutboxRelay } from './outbox.js';
import { Queues } from './queues.js';

/** The ground every process stands on: configuration, database, clock, queues, health. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly database: DataSource) {}

  static forRoot(config: Config, databaseUrl: string): DynamicModule {
    const shared = [Clock, Notifications, OutboxRelay, Queues, Metrics];
    return {
      module: PlatformModule,
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: DATABASE_URL, useValue: databaseUrl },
        { provide: DataSource, useFactory: () => connect(databaseUrl) },
        ...shared,
      ],
      exports: [CONFIG, DATABASE_URL, DataSource, ...shared],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.destroy();
  }
}
