import { CONSORTIA } from '../model.js';
import { columnsOf, rowLength } from '../sparse.js';
import { relativeFew } from '../values.js';
import { companions, strongestProjects } from './project-evidence.js';
import type { SignalReader } from './signal-reader.js';

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
    const overlap = new Map<number, number>();
    for (const member of team) {
      const vouch = 1 / Math.sqrt(Math.max(1, rowLength(index.projectsOf, member)));
      for (const project of columnsOf(index.projectsOf, member)) overlap.set(project, (overlap.get(project) ?? 0) + vouch);
    }
    const weightOf = (project: number) => {
      const shared = overlap.get(project) ?? 0;
      return shared * shared * (worth[project] ?? 0);
    };
    const raw = new Map<number, number>();
    // In the order of projects, so that the order of the team does not show in the last bit.
    for (const project of [...overlap.keys()].sort((a, b) => a - b)) {
      for (const member of columnsOf(index.members, project)) raw.set(member, (raw.get(member) ?? 0) + weightOf(project));
    }
    return {
      values: relativeFew(raw, team),
      evidence: (organisation) =>
        strongestProjects(index, organisation, weightOf, (q) => companions(index, team, q, organisation)),
    };
  };
};
