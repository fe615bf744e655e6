import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** The one clock: `verbond_now()` of the database, which demo and tests may set. Nobody reads the machine's. */
@Injectable()
export class Clock {
  constructor(private readonly database: DataSource) {}

  /** @param manager inside a transaction: its connection, so that a gate reads the clock after it took its lock */
  async now(manager: EntityManager | DataSource = this.database): Promise<Date> {
    const [row] = await manager.query<{ now: Date }[]>('SELECT verbond_now() AS now');
    if (row === undefined) throw new Error('verbond_now() gave no row.');
    return row.now;
  }

  /** Demo and tests only: from now on the clock runs on from this instant. */
  async set(instant: Date): Promise<void> {
    await this.database.query(
      `INSERT INTO clock (offset_by) VALUES ($1::timestamptz - clock_timestamp())
       ON CONFLICT (one) DO UPDATE SET offset_by = excluded.offset_by`,
      [instant],
    );
  }
}
