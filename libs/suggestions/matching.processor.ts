import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { JobProcessor } from '#libs/platform';
import { MatchingService } from './matching.service.js';

/** The jobs of the queue `matching`: `refresh` and `data-changed` look what is stale, `asked` computes a call, `chunk` a part. */
@Injectable()
export class MatchingProcessor implements JobProcessor {
  readonly queue = 'matching';

  constructor(private readonly matching: MatchingService) {}

  async process({ name, data }: Job<{ call?: string; run?: string; number?: number }>): Promise<void> {
    switch (name) {
      case 'chunk':
        return this.matching.computeChunk(data.run ?? '', data.number ?? 0);
      case 'asked':
        return this.matching.startRun(data.call ?? '');
      case 'refresh':
      case 'data-changed':
        return this.matching.refreshStale();
      default:
        throw new Error(`The queue matching has no job "${name}".`);
    }
  }
}
