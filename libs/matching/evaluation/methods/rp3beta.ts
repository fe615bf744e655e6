import { sharesOf, walker } from '../../past/walk.js';
import { rowLength } from '../../sparse.js';
import type { Method } from '../method.js';
import { teamOr } from './stand-in.js';

/** score_i = p_i^alpha / n_i^beta, p: a walk of one step from the members, n: past projects (Paudel et al. 2017) */
export const rp3beta: Method<{ readonly alpha: number; readonly beta: number }> = {
  settings: [
    { alpha: 1, beta: 0.3 },
    { alpha: 1, beta: 0 },
    { alpha: 1, beta: 0.6 },
    { alpha: 1, beta: 0.9 },
    { alpha: 0.7, beta: 0.3 },
    { alpha: 1.3, beta: 0.3 },
  ],
  prepare(index, { alpha, beta }) {
    const worth = new Float64Array(index.projects.length).fill(1);
    return (sought) => {
      const start = new Float64Array(index.organisations.length);
      for (const { member, weight } of teamOr(index, sought)) start[member] = weight;
      const reached = walker(index, worth)(sharesOf(start), { steps: 1, restart: 0 }).of;
      return reached.map((share, i) => (share === 0 ? 0 : share ** alpha / rowLength(index.projectsOf, i) ** beta));
    };
  },
};
