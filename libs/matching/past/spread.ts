import type { MatchIndex } from '../match-index.js';
import type { Sparse } from '../sparse.js';

/** sum_i = sum of weight_q over the past projects q of organisation i */
export function spread({ members, organisations }: MatchIndex, weights: Float64Array): Float64Array {
  return passOn(members, weights, organisations.length);
}

/** sum_q = sum of weight_i over the members i of project q */
export function gather({ projectsOf, projects }: MatchIndex, weights: Float64Array): Float64Array {
  return passOn(projectsOf, weights, projects.length);
}

/** The inner loop of most signals: every cell is 1, so that only columns are read. */
function passOn({ start, column }: Sparse, weights: Float64Array, columns: number): Float64Array {
  const sum = new Float64Array(columns);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const end = start[row + 1] ?? 0;
    for (let cell = start[row] ?? 0; cell < end; cell++) {
      const at = column[cell] ?? 0;
      sum[at] = (sum[at] ?? 0) + weight;
    }
  }
  return sum;
}

/** The weights of the k strongest, and of all that equal the last of them; 0 for the others. */
export function strongestOnly(weights: Float64Array, k: number): Float64Array {
  const positive = weights.filter((weight) => weight > 0).sort();
  const least = positive[Math.max(0, positive.length - k)] ?? 0;
  return weights.map((weight) => (weight >= least ? weight : 0));
}
