import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { Opportunities } from './opportunities.service.js';
import { PlanningService } from './planning.service.js';

/** The part of a job that is read here. */
interface PlanJob {
  readonly name?: string;
  readonly data?: { readonly callId?: string };
}

/** Queue `reminders`: `plan` (of one call when it names one) and `tick` (of what has changed) bring the ledger up to date. */
@Injectable()
export class RemindersProcessor implements JobProcessor {
  readonly queue = 'reminders';

  constructor(
    private readonly planning: PlanningService,
    private readonly opportunities: Opportunities,
  ) {}

  async process({ name, data }: PlanJob): Promise<void> {
    if (name === 'tick') return this.planning.tick();
    const callId = data?.callId ?? null;
    await this.planning.plan({ callId });
    await this.opportunities.plan(callId);
  }
}
