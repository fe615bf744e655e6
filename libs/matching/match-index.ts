import type { DirectoryData, Organisation, Project, ThemeWeight } from './directory-data.js';
import { THEMES } from './model.js';
import { meaningOf, TOPICS } from './languages/index.js';
import { groupsOf, type Groups } from './groups.js';
import { nameStems, nameWords, type NameTerms } from './names-index.js';
import { placesOf, type Places } from './places.js';
import { columnsOf, fromRows, rowOf, transpose, type Row, type Sparse } from './sparse.js';
import { hashOf } from './tie-break.js';
import { inverseFrequencies, type WeightedTree } from './theme-fit.js';
import { programmeAreas, type ProgrammeAreas } from './programme-areas.js';
import { buildTextIndex, type TextIndex } from './text/text-index.js';
import { gramsOf, wordsOf } from './text/tokens.js';
import { buildThemeIndex, type ThemeIndex } from './theme-scan/index.js';
import { buildTree, themePosition, type ThemeTree } from './theme-tree.js';
import { vectorsOf, type Vectors } from './vectors.js';

/** What the signals know of a project; `members` of the index has its consortium. */
export interface ProjectFacts {
  readonly id: string;
  readonly programme?: string;
  readonly call?: string;
  readonly objective?: string;
  readonly year?: number;
  /** Members, those outside the directory included. */
  readonly size: number;
}

/**
 * A directory made ready for questions. Organisations, projects and themes are sorted by id and are known by their
 * position, so that every sum runs in one order whatever the order of the input.
 */
export interface MatchIndex {
  readonly tree: WeightedTree;
  readonly organisations: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  readonly places: Places;
  /** ISO codes. */
  readonly countries: Groups;
  readonly types: Groups;
  readonly idHash: Uint32Array;
  /** organisation -> theme, strength in (0, 1]: as declared, and as shown by past projects. */
  readonly offers: Sparse;
  readonly seeks: Sparse;
  readonly past: Sparse;
  /** theme -> organisation or project, with its expanded level. */
  readonly offerers: ThemeIndex;
  readonly seekers: ThemeIndex;
  readonly projectsByTheme: ThemeIndex;
  readonly projects: readonly ProjectFacts[];
  /** project -> organisation and back; every weight is 1. */
  readonly members: Sparse;
  readonly projectsOf: Sparse;
  readonly nameWords: NameTerms;
  readonly nameStems: NameTerms;
  /** Per organisation: the words of its city. */
  readonly cityWords: readonly (readonly string[])[];
  /** How alike the areas of two programmes are, by the places of their participants. */
  readonly areas: ProgrammeAreas;
  /** Words, and runs of characters, of what projects say about themselves. */
  readonly words: TextIndex;
  readonly grams: TextIndex;
  /** topic -> project: what texts are about, comparable across languages. */
  readonly meanings: Sparse;
  /** The same as an embedding service tells it, of the projects that have such a vector. */
  readonly vectors: Vectors;
}

/**
 * Linear in the data but for sorting. Members that the directory does not hold only count in a consortium's size.
 *
 * @throws RangeError when a theme is used that the tree does not hold, or vectors differ in their dimensions.
 */
export function buildIndex(data: DirectoryData): MatchIndex {
  const tree = buildTree(data.themes);
  const organisations = byId(data.organisations);
  const projects = byId(data.projects);
  const position = new Map(organisations.map(({ id }, i) => [id, i]));

  const members = fromRows(projects.map((project) => memberRow(project, position)));
  const projectsOf = transpose(members, organisations.length);
  const projectThemes = projects.map(({ themes }) => themes.map((id) => themePosition(tree, id)));

  const offers = fromRows(organisations.map((organisation) => themeRow(tree, organisation.offers)));
  const seeks = fromRows(organisations.map((organisation) => themeRow(tree, organisation.seeks)));
  const past = fromRows(organisations.map((_, i) => pastRow(columnsOf(projectsOf, i), projectThemes)));

  const places = placesOf(organisations.map(placeOf));
  const names = organisations.map(({ name = '' }) => name);
  const texts = projects.map(textOf);
  const projectsByTheme = buildThemeIndex(tree, [fromRows(projectThemes.map((themes) => themes.map((theme) => [theme, 1])))]);
  return {
    tree: { ...tree, idf: inverseFrequencies(projectsByTheme) },
    organisations: organisations.map(({ id }) => id),
    position,
    places,
    countries: groupsOf(organisations.map(({ country }) => country)),
    types: groupsOf(organisations.map(({ type = '' }) => type)),
    idHash: Uint32Array.from(organisations, ({ id }) => hashOf(id)),
    offers,
    seeks,
    past,
    offerers: buildThemeIndex(tree, [offers]),
    seekers: buildThemeIndex(tree, [seeks]),
    projectsByTheme,
    projects: projects.map(projectFacts),
    members,
    projectsOf,
    nameWords: nameWords(names),
    nameStems: nameStems(names),
    cityWords: organisations.map(({ city = '' }) => wordsOf(city)),
    areas: programmeAreas(projects.map(({ programme }) => programme), members, places),
    words: buildTextIndex(texts, wordsOf),
    grams: buildTextIndex(texts, gramsOf),
    meanings: transpose(fromRows(projects.map(({ text }) => (text === undefined ? [] : meaningOf(text)))), TOPICS.length),
    vectors: vectorsOf(projects.map(({ vector }) => vector)),
  };
}

/** @throws RangeError for an organisation that the directory does not hold. */
export function organisationPosition(index: Pick<MatchIndex, 'position'>, id: string): number {
  const position = index.position.get(id);
  if (position === undefined) throw new RangeError(`Organisation ${id} is not in the directory.`);
  return position;
}

/** Everything an organisation can bring: its own offers, then what past projects show. */
export function profileOf(index: MatchIndex, organisation: number): Row {
  return [...rowOf(index.offers, organisation), ...rowOf(index.past, organisation)];
}

function byId<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function memberRow(project: Project, position: ReadonlyMap<string, number>): Row {
  const known = project.members.map(({ organisation }) => position.get(organisation)).filter((at) => at !== undefined);
  return ones(known);
}

function pastRow(projects: Uint32Array, projectThemes: readonly (readonly number[])[]): Row {
  const strength = THEMES.pastStrength / THEMES.strongest;
  const themes = Array.from(projects, (project) => projectThemes[project] ?? []).flat();
  return ones(themes).map(([theme]) => [theme, strength]);
}

function ones(columns: readonly number[]): Row {
  return [...new Set(columns)].sort((a, b) => a - b).map((column) => [column, 1]);
}

export function themeRow(tree: ThemeTree, weights: readonly ThemeWeight[]): Row {
  return weights
    .map(({ theme, strength }): Row[number] => [themePosition(tree, theme), strength / THEMES.strongest])
    .sort(([a], [b]) => a - b);
}

function placeOf({ nuts, country }: Organisation): string {
  const nutsCountries: Partial<Record<string, string>> = { GB: 'UK', GR: 'EL' };
  return nuts ?? nutsCountries[country] ?? country;
}

/** What can be compared with the words of a call or an idea. */
export function textOf({ title, text, specificObjective }: Pick<Project, 'title' | 'text' | 'specificObjective'>): string {
  return [title, text, specificObjective].filter((part) => part !== undefined).join('\n');
}

function projectFacts({ id, programme, call, objective, start, members }: Project): ProjectFacts {
  return {
    id,
    ...(programme !== undefined && { programme }),
    ...(call !== undefined && { call }),
    ...(objective !== undefined && { objective }),
    ...(start !== undefined && { year: Number(start.slice(0, 4)) }),
    size: new Set(members.map(({ organisation }) => organisation)).size,
  };
}
