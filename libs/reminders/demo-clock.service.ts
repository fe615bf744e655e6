import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Sender } from '#libs/mail';
import { Clock, CONFIG, Forbidden, InvalidInput, type Config } from '#libs/platform';
import { PlanningService } from './planning.service.js';

const EDGES = `
  SELECT min(at) AS next FROM milestones, unnest(ARRAY[starts_at, ends_at]) AS at
  WHERE withdrawn_at IS NULL AND precision IN ('MINUTE', 'DAY') AND at > $1`;

/** Moves the demo's clock: only forward, and past nothing that falls due on the way. */
@Injectable()
export class DemoClock {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly planning: PlanningService,
    private readonly sender: Sender,
  ) {}

  /**
   * Stops at every instant at which a message falls due or a date begins or ends, plans and sends what is due there, and
   * goes on; so the same mails leave however many steps the way is cut into.
   * @param onStep told of each stop
   * @throws Forbidden in production, InvalidInput when `to` does not lie ahead
   */
  async advance(to: Date, onStep: (instant: Date) => void = () => undefined): Promise<void> {
    if (this.config.mode !== 'demo') throw new Forbidden('The clock moves by itself in production.');
    const start = await this.clock.now();
    if (to <= start) throw new InvalidInput('to', `must lie after ${start.toISOString()}: the clock only moves forward.`);
    await this.settle();
    for (let next = await this.nextAfter(start, to); next !== undefined; next = await this.nextAfter(next, to)) {
      await this.moveTo(next);
      onStep(next);
    }
    await this.moveTo(to);
  }

  private async moveTo(instant: Date): Promise<void> {
    if (instant > (await this.clock.now())) await this.clock.set(instant);
    await this.settle();
  }

  private async settle(): Promise<void> {
    await this.planning.plan();
    await this.sender.drain();
  }

  private async nextAfter(instant: Date, to: Date): Promise<Date | undefined> {
    const [edge] = await this.database.query<{ next: Date | null }[]>(EDGES, [instant]);
    const due = await this.sender.nextDueAt(instant);
    return [edge?.next, due].filter((at) => at != null && at <= to).sort((one, two) => Number(one) - Number(two))[0] ?? undefined;
  }
}
