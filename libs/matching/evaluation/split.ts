import type { Project } from '../directory-data.js';
import { hashOf, lot } from '../tie-break.js';
import { membersOf, type HeldOut } from './query.js';

export interface Split {
  /** Projects taken out of the history, members and all. */
  readonly hidden: ReadonlySet<string>;
  /** One member of each, for drafts. */
  readonly heldOut: readonly Required<HeldOut>[];
  /** Every member of each. */
  readonly heldOutEach: readonly Required<HeldOut>[];
}

const FEWEST_MEMBERS = 3;
const HIDDEN_SHARE = 4;

/**
 * Hides a quarter of the consortia of three or more that have a text, whole: nothing of them stays in the history.
 * Which ones, and which member is to be found again, is drawn by the seed; the order of the input never matters.
 *
 * @param further past projects from elsewhere: whoever is in one of them is warm too
 */
export function splitBySeed(projects: readonly Project[], seed: number, further: readonly Project[] = []): Split {
  const lotOf = (...parts: string[]) => lot(seed, hashOf(parts.join('\n')));
  const eligible = projects
    .filter((project) => project.text !== undefined && membersOf(project).length >= FEWEST_MEMBERS)
    .sort((a, b) => lotOf(a.id) - lotOf(b.id) || (a.id < b.id ? -1 : 1));
  const chosen = eligible.slice(0, Math.floor(eligible.length / HIDDEN_SHARE)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const hidden = new Set(chosen.map(({ id }) => id));

  const known = new Set([...projects.filter(({ id }) => !hidden.has(id)), ...further].flatMap(membersOf));
  const row = ({ id: project }: Project, organisation: string) => ({ project, organisation, warm: known.has(organisation) });
  const drawn = (project: Project) =>
    membersOf(project).reduce((a, b) => (lotOf(project.id, b) < lotOf(project.id, a) ? b : a));
  return {
    hidden,
    heldOut: chosen.map((project) => row(project, drawn(project))),
    heldOutEach: chosen.flatMap((project) => membersOf(project).map((member) => row(project, member))),
  };
}
