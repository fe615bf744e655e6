import { matchView } from '../match.js';
import type { CallView } from '../call-view.js';
import type { Weights } from '../weights.js';
import type { Scorer } from './method.js';

/** The very scores that suggestions are ranked by. */
export function modelScorer(weights: Weights): Scorer {
  let last: { view: CallView; ask: ReturnType<typeof matchView> } | undefined;
  return ({ view, team }) => {
    if (last?.view !== view) last = { view, ask: matchView(view, weights) };
    return last.ask(team).scores;
  };
}
