import { hashOf, lot } from '../../tie-break.js';
import type { Method } from '../method.js';

/** score_i drawn by lot for each question: what knowing nothing gives. */
export const random: Method<null> = {
  settings: [null],
  prepare: (index) => ({ view, team }) => {
    const seed = hashOf([view.call.id, ...team].join('\n'));
    return Float64Array.from(index.idHash, (hash) => lot(seed, hash));
  },
};
