import type { DirectoryData, Organisation, Project } from '../directory-data.js';
import { CONSORTIA, EXPERIENCE, GEOGRAPHY, THEMES, WEIGHTS } from '../model.js';
import type { Question } from '../question.js';

type Levels = Map<string, number>;

/** The score of one pair straight from the formulas: no index, no shared work, quadratic and obviously right. */
export function naiveScore(data: DirectoryData, question: Question, candidate: string): number {
  const asker = find(data, question.asker);
  const other = find(data, candidate);
  const value = {
    themes: fit(data, wanted(question, asker), expand(data, profile(data, other))),
    reciprocity: fit(data, profile(data, asker), expand(data, declared(other.seeks))),
    consortia: consortia(data, question, other),
    experience: experience(data, question, other),
    geography: geography(question, asker, other),
  };
  return Object.entries(value).reduce((sum, [signal, v]) => sum + v * WEIGHTS[signal as keyof typeof WEIGHTS], 0);
}

function find(data: DirectoryData, id: string): Organisation {
  const found = data.organisations.find((organisation) => organisation.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function isIn(project: Project, id: string): boolean {
  return project.members.some((member) => member.organisation === id);
}

function projectsOf(data: DirectoryData, id: string): Project[] {
  return data.projects.filter((project) => isIn(project, id));
}

function strongest(pairs: [string, number][]): Levels {
  const levels: Levels = new Map();
  for (const [theme, level] of pairs) levels.set(theme, Math.max(level, levels.get(theme) ?? 0));
  return levels;
}

function declared(weights: Organisation['offers']): Levels {
  return strongest(weights.map(({ theme, strength }) => [theme, strength / 3]));
}

function profile(data: DirectoryData, organisation: Organisation): Levels {
  const past = projectsOf(data, organisation.id).flatMap((project) => project.themes);
  return strongest([
    ...declared(organisation.offers),
    ...past.map((theme): [string, number] => [theme, THEMES.pastStrength / 3]),
  ]);
}

function wanted({ call }: Question, asker: Organisation): Levels {
  return strongest([
    ...declared(asker.seeks),
    ...call.themes.map((theme): [string, number] => [theme, THEMES.callStrength / 3]),
  ]);
}

function expand(data: DirectoryData, levels: Levels): Levels {
  const parent = (theme: string | undefined) => data.themes.find(({ id }) => id === theme)?.parent;
  return strongest(
    [...levels].flatMap(([theme, level]) =>
      [theme, parent(theme), parent(parent(theme))].flatMap((node, steps): [string, number][] =>
        node === undefined ? [] : [[node, level * (THEMES.ancestry[steps] ?? 0)]],
      ),
    ),
  );
}

function full(themes: Iterable<string>): Levels {
  return strongest([...themes].map((theme) => [theme, 1]));
}

function idf(data: DirectoryData, theme: string): number {
  const about = data.projects.filter((project) => expand(data, full(project.themes)).has(theme)).length;
  return 1 + Math.log((data.projects.length + 1) / (about + 1));
}

function fit(data: DirectoryData, wishes: Levels, has: Levels): number {
  const perfect = expand(data, full(wishes.keys()));
  let got = 0;
  let best = 0;
  for (const [theme, level] of expand(data, wishes)) {
    const weight = level * idf(data, theme) ** 2;
    got += weight * (has.get(theme) ?? 0);
    best += weight * (perfect.get(theme) ?? 0);
  }
  return best === 0 ? 0 : Math.min(1, got / best);
}

function topic(data: DirectoryData, { call }: Question, project: Project): number {
  return fit(data, full(call.themes), expand(data, full(project.themes)));
}

function isOfProgramme({ call }: Question, project: Project): boolean {
  return call.programme !== undefined && project.programme === call.programme;
}

function consortia(data: DirectoryData, question: Question, candidate: Organisation): number {
  const { asker, call } = question;
  const others = data.organisations.filter(({ id }) => id !== asker);
  const best = Math.max(0, ...others.map(({ id }) => rawTie(data, question, id)));
  const tie = best === 0 ? 0 : Math.sqrt(rawTie(data, question, candidate.id) / best);
  const lineage = projectsOf(data, candidate.id).map((project) => {
    if (call.predecessor !== undefined && project.call === call.predecessor) return 1;
    return isOfProgramme(question, project) ? CONSORTIA.sameProgramme : 0;
  });
  return CONSORTIA.tie * tie + CONSORTIA.lineage * Math.max(0, ...lineage);
}

function rawTie(data: DirectoryData, question: Question, candidate: string): number {
  return projectsOf(data, candidate).reduce((sum, project) => {
    const size = new Set(project.members.map((member) => member.organisation)).size;
    const overlap = data.organisations
      .filter(({ id }) => id !== candidate && isIn(project, id))
      .reduce((total, { id }) => total + vouch(data, question.asker, id), 0);
    return sum + (overlap ** 2 * (CONSORTIA.offTopic + topic(data, question, project))) / Math.sqrt(size);
  }, 0);
}

function vouch(data: DirectoryData, asker: string, member: string): number {
  const own = 1 / Math.sqrt(projectsOf(data, asker).length);
  if (member === asker) return own;
  const together = projectsOf(data, asker).some((project) => isIn(project, member));
  return together ? (CONSORTIA.formerPartner * own) / Math.sqrt(projectsOf(data, member).length) : 0;
}

function experience(data: DirectoryData, question: Question, candidate: Organisation): number {
  const relevant = projectsOf(data, candidate.id).reduce((sum, project) => {
    return sum + Math.max(topic(data, question, project), isOfProgramme(question, project) ? EXPERIENCE.sameProgramme : 0);
  }, 0);
  return Math.min(1, Math.log(1 + relevant) / Math.log(1 + EXPERIENCE.enough));
}

function geography({ call }: Question, asker: Organisation, candidate: Organisation): number {
  const place = ({ nuts, country }: Organisation) => nuts ?? { GB: 'UK', GR: 'EL' }[country] ?? country;
  const [here, home] = [place(candidate), place(asker)];
  const counts = call.countries === undefined || call.countries.includes(candidate.country);
  const inside = call.area?.some((prefix) => here.startsWith(prefix)) ?? false;
  const perhaps = call.area?.some((prefix) => prefix.startsWith(here)) ?? false;
  const sharedLevels = [3, 4, 5].filter((n) => here.length >= n && here.slice(0, n) === home.slice(0, n)).length;
  return (
    (counts && candidate.country !== asker.country ? GEOGRAPHY.addsCountry : 0) +
    GEOGRAPHY.inArea * (inside ? 1 : perhaps ? GEOGRAPHY.perhapsInArea : 0) +
    GEOGRAPHY.near * (sharedLevels / 3)
  );
}
