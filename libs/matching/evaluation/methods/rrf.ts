import type { Method, Scorer } from '../method.js';
import { geography } from './geography.js';
import { ppr } from './ppr.js';
import { textKnn } from './text-knn.js';

interface Setting {
  /** How much less a low rank counts; 60 in the paper. */
  readonly damping: number;
  readonly place: number;
}

/**
 * score_i = 1 / (d + rank in text-knn) + 1 / (d + rank in ppr) + place / (d + rank in geography); equals share their mean rank
 *
 * Reciprocal rank fusion (Cormack et al. 2009), its parts at their own first settings.
 */
export const rrf: Method<Setting> = {
  settings: [60, 20].flatMap((damping) => [1, 0.5, 0.25].map((place) => ({ damping, place }))),
  prepare(index, { damping, place }) {
    const parts: [Scorer, number][] = [
      [textKnn.prepare(index, { k: 300, power: 2, elsewhere: 0.3 }), 1],
      [ppr.prepare(index, { steps: 3, restart: 0.4, floor: 0.3 }), 1],
      [geography.prepare(index, { depth: 2, near: 0.05 }), place],
    ];
    return (sought) => {
      const fused = new Float64Array(index.organisations.length);
      for (const [score, weight] of parts) {
        ranksOf(score(sought)).forEach((rank, i) => {
          fused[i] = (fused[i] ?? 0) + weight / (damping + rank);
        });
      }
      return fused;
    };
  },
};

/** Ranks from 1, equals at the mean of theirs. */
function ranksOf(scores: Float64Array): Float64Array {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const ranks = new Float64Array(scores.length);
  for (let from = 0; from < order.length; ) {
    const score = scores[order[from] ?? 0];
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === score) to++;
    for (let at = from; at < to; at++) ranks[order[at] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
