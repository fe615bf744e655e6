import type { CallView } from '../call-view.js';
import { PARTNERS } from '../model.js';
import type { Tie } from '../past/ties.js';
import { columnsOf } from '../sparse.js';
import { relativeFew } from '../values.js';
import { companions, strongestProjects } from './project-evidence.js';
import type { SignalReader } from './signal-reader.js';

/** partners: raw_i = sum over the team's j of together_ij / (sqrt(n_i n_j) + 10): a cosine that trusts no single project */
export const partners = tied((tie) => tie.together / (tie.busy + PARTNERS.shrink));

/** close: raw_i = sum over j, sum over past projects q of both of 1 / (size_q - 1), over sqrt(n_i n_j) + 2: few were together */
export const close = tied((tie) => tie.closeness / (tie.busy + PARTNERS.shrinkClose));

/** links: raw_i = members of the team with whom i was in a project */
export const links = tied(() => 1);

function tied(weigh: (tie: Tie) => number): SignalReader {
  return ({ index, tiesOf }: CallView) => (team) => {
    const raw = new Map<number, number>();
    for (const [organisation, ties] of tiesOf(team)) raw.set(organisation, ties.reduce((sum, tie) => sum + weigh(tie), 0));
    const isShared = (project: number) => columnsOf(index.members, project).some((member) => team.includes(member));
    return {
      values: relativeFew(raw, team),
      evidence: (organisation) =>
        strongestProjects(
          index,
          organisation,
          (project) => Number(isShared(project)),
          (project) => companions(index, team, project, organisation),
        ),
    };
  };
}
