/** How well one answer found what was wanted. */
export interface Figures {
  readonly recall10: number;
  readonly recall50: number;
  readonly mrr: number;
  readonly ndcg10: number;
}

export const METRICS = ['recall10', 'recall50', 'mrr', 'ndcg10'] as const satisfies readonly (keyof Figures)[];

/**
 * rank = 1 + better + ties / 2, with the other candidates that score more and as much: the mean over all orders of equals.
 *
 * @param excluded positions that are no candidates
 */
export function midRank(scores: Float64Array, item: number, excluded: ReadonlySet<number>): number {
  const own = scores[item] ?? 0;
  let better = 0;
  let ties = -1;
  for (const score of scores) {
    if (score > own) better++;
    else if (score === own) ties++;
  }
  for (const position of excluded) {
    const score = scores[position] ?? 0;
    if (score > own) better--;
    else if (score === own) ties--;
  }
  return 1 + better + ties / 2;
}

/**
 * recall@k = wanted of rank <= k / min(k, wanted); mrr = 1 / best rank;
 * ndcg@10 = sum over wanted of rank <= 10 of 1 / log2(1 + rank) / the most that so many wanted can reach
 *
 * @param ranks of everything wanted, at least one
 */
export function figuresOf(ranks: readonly number[]): Figures {
  return {
    recall10: recall(ranks, 10),
    recall50: recall(ranks, 50),
    mrr: 1 / Math.min(...ranks),
    ndcg10: gain(ranks) / gain(ranks.map((_, i) => i + 1)),
  };
}

function recall(ranks: readonly number[], k: number): number {
  return ranks.filter((rank) => rank <= k).length / Math.min(k, ranks.length);
}

function gain(ranks: readonly number[]): number {
  return ranks.filter((rank) => rank <= 10).reduce((sum, rank) => sum + 1 / Math.log2(1 + rank), 0);
}
