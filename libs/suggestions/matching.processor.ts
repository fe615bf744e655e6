import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { JobProcessor } from '#libs/platform';
import { AnswersService } from './answers.service.js';
import { EmbeddingsService } from './embeddings/embeddings.service.js';
import { MatchingService } from './matching.service.js';

/**
 * The jobs of the queue `matching`: `refresh` and `data-changed` look what is stale, `asked` has a call computed, `chunk`
 * computes what is most urgent, `prune` lets go of old answers and vectors.
 */
@Injectable()
export class MatchingProcessor implements JobProcessor {
  readonly queue = 'matching';

  constructor(
    private readonly matching: MatchingService,
    private readonly answers: AnswersService,
    private readonly embeddings: EmbeddingsService,
  ) {}

  async process({ name, data }: Job<{ call?: string }>): Promise<void> {
    switch (name) {
      case 'chunk':
        await this.matching.computeNext();
        return;
      case 'asked':
        return this.matching.startRun(data.call ?? '', true);
      case 'refresh':
        return this.matching.refreshStale();
      case 'data-changed':
        await this.embeddings.wakeUp();
        return this.matching.refreshStale();
      case 'prune':
        await this.answers.prune();
        return this.embeddings.prune();
      default:
        throw new Error(`The queue matching has no job "${name}".`);
    }
  }
}
