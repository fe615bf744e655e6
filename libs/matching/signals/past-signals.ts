import { strongestOnly } from '../past/spread.js';
import { ALIKE } from '../model.js';
import { fromProjects, type SignalReader } from './signal-reader.js';

/** similar: weight_q = how alike q is in words */
export const similar: SignalReader = ({ index, alike }) => fromProjects(index, alike);

/** wording: weight_q = (cosine of runs of characters)^3, of the hundred likest: finds kin words and other languages */
export const wording: SignalReader = ({ index, grams }) => {
  const weights = strongestOnly(grams.map((cosine) => cosine * cosine * cosine), ALIKE.mostInGrams);
  return fromProjects(index, weights);
};

/** programme: weight_q = affinity_q^2, 1 in the call's own programme; 2 in the call before this one */
export const programme: SignalReader = ({ index, call, affinity }) => {
  const isBefore = (q: number) => call.predecessor !== undefined && index.projects[q]?.call === call.predecessor;
  const weights = affinity.map((value, q) => (isBefore(q) ? 2 : value * value));
  return fromProjects(index, weights);
};

/** experience: weight_q = topic_q affinity_q: on the call's themes in its area */
export const experience: SignalReader = ({ index, topic, affinity }) => {
  const weights = topic.map((value, q) => value * (affinity[q] ?? 0));
  return fromProjects(index, weights);
};

/** subject: weight_q = topic_q: on the call's themes anywhere */
export const subject: SignalReader = ({ index, topic }) => fromProjects(index, topic);

/** activity: weight_q = 1 */
export const activity: SignalReader = ({ index }) => {
  const weights = new Float64Array(index.projects.length).fill(1);
  return fromProjects(index, weights);
};
