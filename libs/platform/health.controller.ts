import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Metrics } from './metrics.js';

const PATIENCE_MILLISECONDS = 2000;

/** For whoever watches the process: it lives, it can serve, what it counts. */
@Controller()
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly counted: Metrics,
  ) {}

  @Get('health/live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  /** @throws ServiceUnavailableException (503) while the database does not answer */
  @Get('health/ready')
  async ready(): Promise<{ status: string }> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise((_, reject) => {
      timer = setTimeout(() => { reject(new Error('no answer')); }, PATIENCE_MILLISECONDS);
    });
    try {
      await Promise.race([this.database.query('SELECT 1'), patience]);
      return { status: 'ok' };
    } catch {
      throw new ServiceUnavailableException({ status: 'unavailable', database: 'does not answer' });
    } finally {
      clearTimeout(timer);
    }
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.counted.registry.metrics();
  }
}
