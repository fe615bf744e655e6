import { gather, spread } from '../../past/spread.js';
import { rowLength } from '../../sparse.js';
import type { Method } from '../method.js';
import { teamOr } from './stand-in.js';

/**
 * score_i = sum over past projects q of i of overlap_q^2 / sqrt(size_q) * (floor + topic_q)
 *
 * overlap_q = sum over the members j in q of 1 / sqrt(n_j), n: past projects
 */
export const overlap: Method<number> = {
  settings: [0.3, 0, 0.1, 1, 3],
  prepare: (index, floor) => (sought) => {
    const vouch = new Float64Array(index.organisations.length);
    for (const { member, weight } of teamOr(index, sought)) {
      vouch[member] = weight / Math.sqrt(Math.max(1, rowLength(index.projectsOf, member)));
    }
    const { topic } = sought.view;
    const worth = gather(index, vouch).map((shared, q) => {
      return (shared * shared * (floor + (topic[q] ?? 0))) / Math.sqrt(index.projects[q]?.size ?? 1);
    });
    return spread(index, worth);
  },
};
