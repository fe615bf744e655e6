import { nameMask, type DirectoryData, type Organisation, type Project } from '#libs/matching';
import { readExchangeFolder } from './exchange-folder.js';

/** A past to learn from and consortia to be found again in it. */
export interface PastAndQueries {
  readonly history: DirectoryData;
  readonly queries: readonly Project[];
  /** Took part in a project of the history. */
  readonly isWarm: (organisation: string) => boolean;
}

/**
 * The register is that of the first history and of the queries; further histories only add past participations.
 * Names of organisations are masked in all texts, and what the queries' own projects say is no part of the history.
 */
export function readPastAndQueries(historyFolders: readonly string[], queriesFolder: string): PastAndQueries {
  const histories = historyFolders.map(readExchangeFolder);
  const asked = readExchangeFolder(queriesFolder);
  const register = unique([...(histories[0]?.organisations ?? []), ...asked.organisations]);
  const masked = maskIn(register);
  const askedIds = new Set(asked.projects.map(({ id }) => id));
  const past = unique(histories.flatMap(({ projects }) => projects)).filter(({ id }) => !askedIds.has(id));
  return { ...pastOf(register, past.map(masked), asked.projects), queries: asked.projects.map(masked) };
}

/** A history without queries, to learn from. */
export function readPast(folders: readonly string[]): DirectoryData {
  const histories = folders.map(readExchangeFolder);
  const register = unique(histories[0]?.organisations ?? []);
  return pastOf(register, unique(histories.flatMap(({ projects }) => projects)).map(maskIn(register)), []).history;
}

function maskIn(register: readonly Organisation[]): (project: Project) => Project {
  const mask = nameMask(register.flatMap(({ name }) => name ?? []));
  return ({ title, text, ...project }) => ({
    ...project,
    ...(title !== undefined && { title: mask(title) }),
    ...(text !== undefined && { text: mask(text) }),
  });
}

function pastOf(organisations: readonly Organisation[], projects: readonly Project[], asked: readonly Project[]) {
  const themes = new Set([...projects, ...asked].flatMap((project) => project.themes));
  const known = new Set(projects.flatMap(({ members }) => members.map(({ organisation }) => organisation)));
  const history: DirectoryData = { themes: [...themes].map((id) => ({ id })), organisations, projects };
  return { history, isWarm: (organisation: string) => known.has(organisation) };
}

/** The first of every id. */
function unique<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].reverse();
}
