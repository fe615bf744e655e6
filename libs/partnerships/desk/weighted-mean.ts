/** A criterion of a desk. */
export interface Weighted {
  readonly key: string;
  readonly weight: number;
}

/** What one officer gave for one criterion, from 0 to 10. */
export interface GivenScore {
  readonly criterion: string;
  readonly score: number;
}

/**
 * mean = Σ_c w_c · m_c / Σ_c w_c
 *
 * over the criteria c that somebody scored; m_c is the mean of what the officers gave for c. It advises: people decide.
 *
 * @returns from 0 to 10, or null before anybody scored
 */
export function weightedMean(criteria: readonly Weighted[], scores: readonly GivenScore[]): number | null {
  let total = 0;
  let weights = 0;
  for (const { key, weight } of criteria) {
    const given = scores.filter(({ criterion }) => criterion === key);
    if (given.length === 0) continue;
    total += weight * (given.reduce((sum, { score }) => sum + score, 0) / given.length);
    weights += weight;
  }
  return weights === 0 ? null : total / weights;
}
