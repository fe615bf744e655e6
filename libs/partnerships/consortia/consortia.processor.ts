import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { RuleReviews } from './rule-reviews.service.js';

/** The part of a job that is read here. */
interface RulesJob {
  readonly data?: { readonly callId?: string };
}

/** Queue `consortia`: `rules` looks at the open consortia of a call that has new rules, or of all. */
@Injectable()
export class ConsortiaProcessor implements JobProcessor {
  readonly queue = 'consortia';

  constructor(private readonly reviews: RuleReviews) {}

  process({ data }: RulesJob): Promise<void> {
    return this.reviews.review(data?.callId ?? null);
  }
}
