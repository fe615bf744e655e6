import type { WallTime } from '#libs/calendar';
import type { Localised } from '#libs/platform';
import type { ExpressionState } from '../../states/expression-states.js';
import type { Criterion } from '../criteria.service.js';

/** A step in the life of an expression, as the audit log has it; people stand there by their role. */
export interface RecommendationStep {
  readonly number: number;
  readonly at: Date;
  readonly event: string;
  readonly role: string | null;
  readonly organisation: string | null;
  readonly reason: string | null;
}

export interface RecommendedExpression {
  readonly id: string;
  readonly name: string;
  readonly lead: string;
  readonly state: ExpressionState;
  /** Of the last decision. */
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly submittedAt: Date;
  readonly version: number;
  readonly weightedMean: number | null;
  readonly members: readonly { readonly name: string; readonly country: string | null; readonly agreed: boolean }[];
  readonly history: readonly RecommendationStep[];
}

/** What a body recommends on a track, and how it came to that. */
export interface Recommendation {
  readonly track: string;
  readonly call: string;
  readonly callTitles: Localised;
  readonly body: string;
  /** Until when interest could be expressed; times are told in its zone. */
  readonly gate: WallTime;
  readonly madeAt: Date;
  readonly criteria: readonly Criterion[];
  /** What is recommended first, then what is not, then the rest. */
  readonly expressions: readonly RecommendedExpression[];
}

const ORDER: readonly ExpressionState[] = ['RECOMMENDED', 'NOT_RECOMMENDED', 'SHORTLISTED', 'NOT_SHORTLISTED', 'UNDER_REVIEW', 'WITHDRAWN'];

/** In the order of a recommendation; those that stand alike stay in the order given. */
export const inOrder = (expressions: readonly RecommendedExpression[]): RecommendedExpression[] =>
  expressions.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
