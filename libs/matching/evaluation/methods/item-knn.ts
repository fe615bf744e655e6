import { spread } from '../../past/spread.js';
import { columnsOf, rowLength } from '../../sparse.js';
import type { Method } from '../method.js';
import { teamOr } from './stand-in.js';

/** score_i = sum over members j of together_ij / (sqrt(n_i n_j) + shrink), n: past projects, together: shared ones */
export const itemKnn: Method<number> = {
  settings: [10, 0, 2, 5, 20, 50],
  prepare: (index, shrink) => (sought) => {
    const scores = new Float64Array(index.organisations.length);
    for (const { member, weight } of teamOr(index, sought)) {
      const shared = new Float64Array(index.projects.length);
      for (const project of columnsOf(index.projectsOf, member)) shared[project] = 1;
      const size = rowLength(index.projectsOf, member);
      spread(index, shared).forEach((together, i) => {
        if (together === 0) return;
        const cosine = together / (Math.sqrt(size * rowLength(index.projectsOf, i)) + shrink);
        scores[i] = (scores[i] ?? 0) + weight * cosine;
      });
    }
    return scores;
  },
};
