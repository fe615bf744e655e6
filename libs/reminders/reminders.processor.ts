import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
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

  constructor(private readonly planning: PlanningService) {}

  async process({ name, data }: PlanJob): Promise<void> {
    if (name === 'tick') await this.planning.tick();
    else await this.planning.plan(data?.callId === undefined ? {} : { callId: data.callId });
  }
}
