import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { JobProcessor } from '#libs/platform';
import { ProposalsService } from './proposals.service.js';

/** The queue `proposals`: one search at a time in a process, in a thread beside its event loop. */
@Injectable()
export class ProposalsProcessor implements JobProcessor {
  readonly queue = 'proposals';

  constructor(private readonly proposals: ProposalsService) {}

  process({ data }: Job<{ run: string }>): Promise<void> {
    return this.proposals.compute(data.run);
  }
}
