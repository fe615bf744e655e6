import type { CallView } from '../call-view.js';
import { EXPERIENCE } from '../model.js';
import { addRow } from '../sparse.js';
import { strongestProjects } from './project-evidence.js';
import type { SignalReader } from './signal-reader.js';

/**
 * experience_i = min(1, ln(1 + n_i) / ln(1 + enough)), n_i = sum over past projects q of i of relevance_q
 *
 * A bonus that flattens quickly: a newcomer misses at most this signal's weight, and no other signal asks for it.
 */
export const experience: SignalReader = (view) => {
  const { index } = view;
  const relevance = relevanceOf(view);
  const counted = new Float64Array(index.organisations.length);
  relevance.forEach((value, project) => {
    if (value > 0) addRow(counted, index.members, project, value);
  });
  const values = counted.map((n) => Math.min(1, Math.log(1 + n) / Math.log(1 + EXPERIENCE.enough)));
  const evidence = (organisation: number) =>
    strongestProjects(index, organisation, (project) => relevance[project] ?? 0);
  return () => ({ values, evidence });
};

/** relevance_q = max(topic_q, sameProgramme if q is of the call's programme) */
function relevanceOf({ index, call, topic }: CallView): Float64Array {
  return topic.map((value, project) => {
    const related = call.programme !== undefined && index.projects[project]?.programme === call.programme;
    return related ? Math.max(value, EXPERIENCE.sameProgramme) : value;
  });
}
