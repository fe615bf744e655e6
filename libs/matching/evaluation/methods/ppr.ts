import { sharesOf, walker } from '../../past/walk.js';
import type { Method } from '../method.js';
import { teamOr } from './stand-in.js';

/** score_i = a personalised walk from the members, through projects that weigh floor + topic */
export const ppr: Method<{ readonly steps: number; readonly restart: number; readonly floor: number }> = {
  settings: [
    { steps: 3, restart: 0.4, floor: 0.3 },
    { steps: 3, restart: 0.4, floor: 100 },
    { steps: 2, restart: 0.4, floor: 0.3 },
    { steps: 3, restart: 0.2, floor: 0.3 },
    { steps: 3, restart: 0.6, floor: 0.3 },
    { steps: 3, restart: 0.4, floor: 0.1 },
  ],
  prepare: (index, { steps, restart, floor }) => (sought) => {
    const start = new Float64Array(index.organisations.length);
    for (const { member, weight } of teamOr(index, sought)) start[member] = weight;
    const worth = sought.view.topic.map((topic) => floor + topic);
    return walker(index, worth)(sharesOf(start), { steps, restart }).of;
  },
};
