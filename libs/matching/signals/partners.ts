import { PARTNERS } from '../model.js';
import { addRow, columnsOf, rowLength } from '../sparse.js';
import { companions, strongestProjects } from './project-evidence.js';
import { amongCandidates, type SignalReader } from './signal-reader.js';

/**
 * raw_i = sum over the team's j of together_ij / (sqrt(n_i n_j) + 10)
 *
 * together: past projects that both were in; n: past projects. A shrunk cosine: one shared project of many says little.
 */
export const partners: SignalReader = ({ index }) => (team) => {
  const raw = new Float64Array(index.organisations.length);
  const together = new Float64Array(index.organisations.length);
  const shared = new Set<number>();
  for (const member of team) {
    together.fill(0);
    for (const project of columnsOf(index.projectsOf, member)) {
      shared.add(project);
      addRow(together, index.members, project, 1);
    }
    const size = rowLength(index.projectsOf, member);
    together.forEach((count, i) => {
      if (count === 0) return;
      raw[i] = (raw[i] ?? 0) + count / (Math.sqrt(size * rowLength(index.projectsOf, i)) + PARTNERS.shrink);
    });
  }
  return {
    values: amongCandidates(raw, team),
    evidence: (organisation) =>
      strongestProjects(
        index,
        organisation,
        (project) => Number(shared.has(project)),
        (project) => companions(index, team, project, organisation),
      ),
  };
};
