import type { DirectoryData, Project } from '../directory-data.js';
import { membersOf, queriesFor, sampleOf, type Mode, type Query } from '../evaluation/query.js';
import { hashOf, lot } from '../tie-break.js';

/** A history without some of its consortia, and those consortia. */
export interface Fold {
  readonly data: DirectoryData;
  readonly hidden: readonly Project[];
}

const FOLDS = 4;
const FEWEST_MEMBERS = 3;
const QUERIES = 150;

/** Hides each quarter of the consortia in turn: none is counted when its own members are sought. */
export function foldsOf(history: DirectoryData, seed: number): Fold[] {
  const described = history.projects.filter(({ text }) => text !== undefined);
  const candidates = described.length > 0 ? described : history.projects;
  const eligible = candidates.filter((project) => membersOf(project).length >= FEWEST_MEMBERS);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const hidden = eligible.filter(({ id }) => lot(seed, hashOf(id)) % FOLDS === fold);
    const ids = new Set(hidden.map(({ id }) => id));
    return { data: { ...history, projects: history.projects.filter(({ id }) => !ids.has(id)) }, hidden };
  });
}

/**
 * Questions that the hidden consortia answer, as far as anybody wanted is known from the rest of the history: who is
 * new to it is new because the register was made of participants, and a model must not learn that.
 */
export function questionsIn({ data, hidden }: Fold, mode: Mode, seed: number): Query[] {
  const known = new Set(data.projects.flatMap(membersOf));
  const heldOut = hidden.flatMap((project) =>
    membersOf(project).filter((member) => known.has(member)).map((organisation) => ({ project: project.id, organisation })),
  );
  const queries = queriesFor(mode, hidden, heldOut, (id) => known.has(id));
  const answerable = queries.filter(({ wanted }) => wanted.some(({ warm }) => warm));
  return sampleOf(answerable, QUERIES, seed);
}
