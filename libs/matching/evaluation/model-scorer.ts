import { matchView, scoresOf } from '../match.js';
import type { Weights } from '../weights.js';
import type { Scorer } from './method.js';

/** The very scores that suggestions are ranked by. */
export function modelScorer(weights: Weights): Scorer {
  return ({ view, team }) => scoresOf(matchView(view, weights)(team), view.index.organisations.length);
}
