import type { MatchIndex } from '../match-index.js';
import { addRow } from '../sparse.js';

/** sum_i = sum of weight_q over the past projects q of organisation i */
export function spread({ members, organisations }: MatchIndex, weights: Float64Array): Float64Array {
  const sum = new Float64Array(organisations.length);
  weights.forEach((weight, project) => {
    if (weight !== 0) addRow(sum, members, project, weight);
  });
  return sum;
}

/** sum_q = sum of weight_i over the members i of project q */
export function gather({ projectsOf, projects }: MatchIndex, weights: Float64Array): Float64Array {
  const sum = new Float64Array(projects.length);
  weights.forEach((weight, organisation) => {
    if (weight !== 0) addRow(sum, projectsOf, organisation, weight);
  });
  return sum;
}

/** The weights of the k strongest, and of all that equal the last of them; 0 for the others. */
export function strongestOnly(weights: Float64Array, k: number): Float64Array {
  const positive = weights.filter((weight) => weight > 0).sort();
  const least = positive[Math.max(0, positive.length - k)] ?? 0;
  return weights.map((weight) => (weight >= least ? weight : 0));
}
