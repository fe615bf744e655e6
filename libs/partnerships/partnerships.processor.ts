import { Injectable } from '@nestjs/common';
import type { JobProcessor } from '#libs/platform';
import { RuleReviews } from './consortia/rule-reviews.service.js';
import { ReadinessReviews } from './readiness/readiness-reviews.service.js';

/** The part of a job that is read here. */
interface PartnershipsJob {
  readonly name: string;
  readonly data?: { readonly callId?: string };
}

/**
 * Queue `partnerships`: `rules` looks at the open consortia of a call that has new rules, or of all; `review` looks through
 * the check lists where something changed.
 */
@Injectable()
export class PartnershipsProcessor implements JobProcessor {
  readonly queue = 'partnerships';

  constructor(
    private readonly rules: RuleReviews,
    private readonly readiness: ReadinessReviews,
  ) {}

  process({ name, data }: PartnershipsJob): Promise<void> {
    return name === 'rules' ? this.rules.review(data?.callId ?? null) : this.readiness.reviewStale();
  }
}
