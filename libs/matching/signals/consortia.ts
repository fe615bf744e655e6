import { CONSORTIA } from '../model.js';
import { gather, spread } from '../past/spread.js';
import { rowLength } from '../sparse.js';
import { companions, strongestProjects } from './project-evidence.js';
import { amongCandidates, type SignalReader } from './signal-reader.js';

/**
 * raw_i = sum over past projects q of i of overlap_q^2 worth_q,  overlap_q = sum over the team's j in q of 1 / sqrt(n_j)
 * worth_q = (.3 + topic_q) (1 + 3 alike_q) / sqrt(size_q)
 *
 * n: past projects. Two of the team in one small consortium on the call's themes say most.
 */
export const consortia: SignalReader = ({ index, topic, alike }) => {
  const worth = topic.map((value, q) => {
    const size = index.projects[q]?.size ?? 1;
    return ((CONSORTIA.offTopic + value) * (1 + CONSORTIA.alike * (alike[q] ?? 0))) / Math.sqrt(size);
  });
  return (team) => {
    const vouch = new Float64Array(index.organisations.length);
    for (const member of team) vouch[member] = 1 / Math.sqrt(Math.max(1, rowLength(index.projectsOf, member)));
    const weights = gather(index, vouch).map((overlap, q) => overlap * overlap * (worth[q] ?? 0));
    return {
      values: amongCandidates(spread(index, weights), team),
      evidence: (organisation) =>
        strongestProjects(index, organisation, (q) => weights[q] ?? 0, (q) => companions(index, team, q, organisation)),
    };
  };
};
