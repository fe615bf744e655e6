import type { CallView } from '../call-view.js';
import type { MatchIndex } from '../match-index.js';

/** What a method may see of a query. */
export interface Sought {
  readonly view: CallView;
  /** Positions of the members known. */
  readonly team: readonly number[];
}

/** Scores for all organisations of the index; only their order counts. */
export type Scorer = (sought: Sought) => Float64Array;

/** A way to rank, and the settings among which it is tuned on history alone. */
export interface Method<Setting = unknown> {
  /** At most {@link BUDGET}, the default first. */
  readonly settings: readonly Setting[];
  prepare(index: MatchIndex, setting: Setting): Scorer;
}

/** Every method is tuned among at most so many settings. */
export const BUDGET = 6;
