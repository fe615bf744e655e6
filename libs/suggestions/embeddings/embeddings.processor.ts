import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { EmbeddingsService } from './embeddings.service.js';

/** Queue `embeddings`, apart from all others, so that a slow service keeps nobody waiting; worked on where there is a service. */
@Injectable()
export class EmbeddingsProcessor implements JobProcessor {
  readonly queue = 'embeddings';

  constructor(private readonly embeddings: EmbeddingsService) {}

  get isOn(): boolean {
    return this.embeddings.isOn;
  }

  process(): Promise<void> {
    return this.embeddings.embedMissing();
  }
}
