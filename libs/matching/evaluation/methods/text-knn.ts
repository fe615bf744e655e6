import { spread, strongestOnly } from '../../past/spread.js';
import type { Method } from '../method.js';

/**
 * score_i = sum over past projects q of i, among the k likest in words, of (cosine_q place_q)^power
 *
 * place_q: 1 in the call's programme, `elsewhere` in another
 */
export const textKnn: Method<{ readonly k: number; readonly power: number; readonly elsewhere: number }> = {
  settings: [
    { k: 100, power: 2, elsewhere: 1 },
    { k: 100, power: 2, elsewhere: 0.3 },
    { k: 300, power: 1, elsewhere: 0.3 },
    { k: 300, power: 2, elsewhere: 0.3 },
    { k: 300, power: 2, elsewhere: 0.6 },
    { k: 300, power: 3, elsewhere: 0.3 },
  ],
  prepare: (index, { k, power, elsewhere }) => ({ view }) => {
    const { words, sameProgramme } = view;
    const alike = words.map((cosine, project) => (cosine * ((sameProgramme[project] ?? 0) === 1 ? 1 : elsewhere)) ** power);
    return spread(index, strongestOnly(alike, k));
  },
};
