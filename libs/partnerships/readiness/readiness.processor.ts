import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { ReadinessReviews } from './readiness-reviews.service.js';

/** The queue `partnerships`: each job looks through the check lists where something changed. */
@Injectable()
export class ReadinessProcessor implements JobProcessor {
  readonly queue = 'partnerships';

  constructor(private readonly reviews: ReadinessReviews) {}

  process(): Promise<void> {
    return this.reviews.reviewStale();
  }
}
