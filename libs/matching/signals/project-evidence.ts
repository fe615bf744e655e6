import type { MatchIndex } from '../match-index.js';
import { EVIDENCE } from '../model.js';
import { columnsOf } from '../sparse.js';
import type { Evidence } from '../suggestion.js';

type ProjectEvidence = Extract<Evidence, { kind: 'project' }>;

/**
 * The past projects of an organisation that weigh most, those that weigh nothing left out; equals by id.
 *
 * @param witnesses the organisations to name beside a project.
 */
export function strongestProjects(
  index: MatchIndex,
  organisation: number,
  weigh: (project: number) => number,
  witnesses: (project: number) => string[] = () => [],
): ProjectEvidence[] {
  return [...columnsOf(index.projectsOf, organisation)]
    .map((project) => ({ project, weight: weigh(project) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, EVIDENCE.items)
    .flatMap(({ project }) => {
      const facts = index.projects[project];
      if (facts === undefined) return [];
      const year = facts.year === undefined ? {} : { year: facts.year };
      return [{ kind: 'project', id: facts.id, with: witnesses(project), ...year }];
    });
}

/** Who was in a project beside the candidate: the team first, then others, each by id. */
export function companions(index: MatchIndex, team: readonly number[], project: number, candidate: number): string[] {
  const others = [...columnsOf(index.members, project)].filter((member) => member !== candidate);
  const isOfTeam = (member: number) => team.includes(member);
  return [...others.filter(isOfTeam), ...others.filter((member) => !isOfTeam(member))]
    .slice(0, EVIDENCE.members)
    .map((member) => index.organisations[member] ?? '');
}
