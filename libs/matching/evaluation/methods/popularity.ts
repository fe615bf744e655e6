import { rowLength } from '../../sparse.js';
import type { Method } from '../method.js';

/** score_i = past projects of i */
export const popularity: Method<null> = {
  settings: [null],
  prepare(index) {
    const counts = Float64Array.from(index.organisations, (_, i) => rowLength(index.projectsOf, i));
    return () => counts;
  },
};
