import type { CallView } from '../call-view.js';
import type { Evidence } from '../suggestion.js';

/** A signal's answer to one question, for every organisation at once. */
export interface Reading {
  /** Per organisation, in [0, 1]. */
  readonly values: Float64Array;
  /** What the value of one organisation rests on, strongest first; worked out only when asked. */
  readonly evidence: (organisation: number) => Evidence[];
}

/** In two steps, so that what belongs to the call alone is worked out once for all its askers. */
export type SignalReader = (view: CallView) => (asker: number) => Reading;
