import type { MatchIndex } from '../match-index.js';
import { PARTNERS } from '../model.js';
import { columnsOf, rowLength } from '../sparse.js';
import { relativeFew } from '../values.js';
import { companions, strongestProjects } from './project-evidence.js';
import type { Reading, SignalReader } from './signal-reader.js';

/** partners: raw_i = sum over the team's j of together_ij / (sqrt(n_i n_j) + 10): a cosine that trusts no single project */
export const partners: SignalReader = ({ index }) => (team) =>
  tied(index, team, (tie) => tie.together / (tie.busy + PARTNERS.shrink));

/** close: raw_i = sum over j, sum over past projects q of both of 1 / (size_q - 1), over sqrt(n_i n_j) + 2: few were together */
export const close: SignalReader = ({ index }) => (team) =>
  tied(index, team, (tie) => tie.closeness / (tie.busy + PARTNERS.shrinkClose));

/** links: raw_i = members of the team with whom i was in a project */
export const links: SignalReader = ({ index }) => (team) => tied(index, team, () => 1);

/** What an organisation and one member of the team were in together. */
interface Tie {
  readonly together: number;
  readonly closeness: number;
  /** sqrt(n_i n_j), n: past projects */
  readonly busy: number;
}

function tied(index: MatchIndex, team: readonly number[], weigh: (tie: Tie) => number): Reading {
  const raw = new Map<number, number>();
  for (const member of team) {
    const size = rowLength(index.projectsOf, member);
    for (const [i, { together, closeness }] of pastWith(index, member)) {
      const tie = { together, closeness, busy: Math.sqrt(size * rowLength(index.projectsOf, i)) };
      raw.set(i, (raw.get(i) ?? 0) + weigh(tie));
    }
  }
  const isShared = (project: number) => columnsOf(index.members, project).some((member) => team.includes(member));
  return {
    values: relativeFew(raw, team),
    evidence: (organisation) =>
      strongestProjects(
        index,
        organisation,
        (project) => Number(raw.has(organisation) && isShared(project)),
        (project) => companions(index, team, project, organisation),
      ),
  };
}

function pastWith(index: MatchIndex, member: number): Map<number, { together: number; closeness: number }> {
  const past = new Map<number, { together: number; closeness: number }>();
  for (const project of columnsOf(index.projectsOf, member)) {
    const closeness = 1 / Math.max(1, (index.projects[project]?.size ?? 1) - 1);
    for (const other of columnsOf(index.members, project)) {
      const tie = past.get(other);
      if (tie === undefined) past.set(other, { together: 1, closeness });
      else {
        tie.together += 1;
        tie.closeness += closeness;
      }
    }
  }
  return past;
}
