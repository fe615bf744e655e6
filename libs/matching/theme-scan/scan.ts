import type { Row } from '../sparse.js';
import { BestFew, type Hit } from './best-few.js';
import { addLevels, type ThemeIndex } from './theme-index.js';

/** What the scan knows of the holders beside their themes. */
export interface Crowd {
  readonly themes: ThemeIndex;
  /** Per holder: the group whose factor its score is multiplied by, such as a country and a type; below 4,096. */
  readonly group: Uint16Array;
  /** Per holder: hash of its id, for the lots among equals. */
  readonly idHash: Uint32Array;
}

export interface ScanQuestion {
  /** theme -> pull, both positive but for theme 0; themes ascending: the order of every sum. */
  readonly wished: Row;
  /** Per group, 0 or more. */
  readonly factors: Float64Array;
  /** The holder who asks, never among the hits. */
  readonly asker: number;
  /** Of the lots among equals. */
  readonly seed: number;
  readonly k: number;
}

/** The exact k best holders with a score above 0, best first. */
export type Scan = (question: ScanQuestion) => Hit[];

/**
 * score_i = factor_group(i) * sum_t pull_t level_it
 *
 * The reference: every posting of the wished themes is read. Nothing that grows with the crowd is allocated a question.
 */
export function exactScan({ themes, group, idHash }: Crowd): Scan {
  const sum = new Float64Array(themes.holders);
  return ({ wished, factors, asker, seed, k }) => {
    const best = new BestFew(k, seed, idHash);
    addLevels(sum, themes, wished);
    sum[asker] = 0;
    offerAll(best, sum, group, factors);
    sum.fill(0);
    return best.hits();
  };
}

function offerAll(best: BestFew, sum: Float64Array, group: Uint16Array, factors: Float64Array): void {
  let floor = Number.MIN_VALUE;
  for (let i = 0; i < sum.length; i++) {
    const score = (sum[i] ?? 0) * (factors[group[i] ?? 0] ?? 0);
    if (score < floor) continue;
    best.offer(i, score);
    floor = Math.max(floor, best.floor);
  }
}
