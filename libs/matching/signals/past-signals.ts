import { ALIKE, FOCUS } from '../model.js';
import { spread, strongestOnly } from '../past/spread.js';
import { rowLength } from '../sparse.js';
import { relative } from '../values.js';
import { fromProjects, type SignalReader } from './signal-reader.js';

/** similar: weight_q = (cosine of words)^3, of the hundred likest */
export const similar: SignalReader = ({ index, words }) => fromProjects(index, strongestOnly(words.map(cubed), ALIKE.few));

/** wording: weight_q = (cosine of runs of characters)^3, of the hundred likest: finds kin words and other languages */
export const wording: SignalReader = ({ index, grams }) => fromProjects(index, strongestOnly(grams.map(cubed), ALIKE.few));

/** meaning: weight_q = (cosine of topics)^3, of the hundred likest: the same subjects in any of our languages */
export const meaning: SignalReader = ({ index, meant }) => fromProjects(index, strongestOnly(meant.map(cubed), ALIKE.few));

/** programme: weight_q = affinity_q^2, 1 in the call's own programme; 2 in the call before this one */
export const programme: SignalReader = ({ index, call, affinity }) => {
  const isBefore = (q: number) => call.predecessor !== undefined && index.projects[q]?.call === call.predecessor;
  return fromProjects(index, affinity.map((value, q) => (isBefore(q) ? 2 : value * value)));
};

/** experience: weight_q = topic_q affinity_q: on the call's themes in its area */
export const experience: SignalReader = ({ index, topic, affinity }) =>
  fromProjects(index, topic.map((value, q) => value * (affinity[q] ?? 0)));

/** subject: weight_q = topic_q: on the call's themes anywhere */
export const subject: SignalReader = ({ index, topic }) => fromProjects(index, topic);

/** focus_i = sum over past projects q of i of topic_q / (n_i + 2): how much of what it does is on the call's themes */
export const focus: SignalReader = ({ index, topic }) => {
  const share = spread(index, topic).map((sum, i) => sum / (rowLength(index.projectsOf, i) + FOCUS.prior));
  return { ...fromProjects(index, topic), values: { kind: 'each', values: relative(share) } };
};

/** activity: weight_q = 1 */
export const activity: SignalReader = ({ index }) => fromProjects(index, new Float64Array(index.projects.length).fill(1));

/** Not Math.pow, whose last bit is the engine's choice. */
function cubed(value: number): number {
  return value * value * value;
}
