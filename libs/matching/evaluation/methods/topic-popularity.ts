import { spread } from '../../past/spread.js';
import type { Method } from '../method.js';

/** score_i = sum over past projects q of i of (floor + topic_q) */
export const topicPopularity: Method<number> = {
  settings: [0.01, 0, 0.05, 0.2],
  prepare: (index, floor) => ({ view }) => spread(index, view.topic.map((topic) => floor + topic)),
};
