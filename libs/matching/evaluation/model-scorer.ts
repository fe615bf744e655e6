import type { CallView } from '../call-view.js';
import { matchView } from '../match.js';
import { KEPT_AMONG, type Mix } from '../newcomers.js';
import { orderOf } from '../order.js';
import type { Weights } from '../weights.js';
import type { Scorer } from './method.js';

/** The very scores that suggestions are ranked by, with the places that a mix keeps for newcomers. */
export function modelScorer(weights: Pick<Weights, 'situations'>, mix: Mix = 'PROVEN'): Scorer {
  let last: { view: CallView; ask: ReturnType<typeof matchView> } | undefined;
  return ({ view, team }) => {
    if (last?.view !== view) last = { view, ask: matchView(view, weights) };
    const { scores } = last.ask(team);
    if (mix !== 'PROVEN') {
      for (const { candidate, score } of orderOf(view.index, view.call.id, team, scores, { mix }).first(KEPT_AMONG)) scores[candidate] = score;
    }
    return scores;
  };
}
