import type { Project } from '../directory-data.js';
import type { CallFacts } from '../question.js';
import { hashOf, lot } from '../tie-break.js';

/**
 * What is known when partners are sought.
 * draft: all of a consortium but one. lead: its coordinator alone. call: the call and its themes, no member, no text.
 */
export const MODES = ['draft', 'lead', 'call'] as const;
export type Mode = (typeof MODES)[number];

export interface Wanted {
  readonly organisation: string;
  /** Took part in a project of the history. */
  readonly warm: boolean;
}

/** One question whose answer is known: a consortium that was formed, with a part of it hidden. */
export interface Query {
  readonly project: string;
  readonly call: CallFacts;
  readonly team: readonly string[];
  readonly wanted: readonly Wanted[];
}

/** A member to hide; `warm` wins over what the history says. */
export interface HeldOut {
  readonly project: string;
  readonly organisation: string;
  readonly warm?: boolean;
}

/**
 * The questions of a mode, in the order of their ids.
 *
 * @param heldOut the members to hide in drafts; in the other modes they only tell who is warm
 */
export function queriesFor(
  mode: Mode,
  projects: readonly Project[],
  heldOut: readonly HeldOut[],
  isWarm: (organisation: string) => boolean,
): Query[] {
  const told = new Map(heldOut.map(({ project, organisation, warm }) => [`${project}\n${organisation}`, warm]));
  return projects
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((project) => {
      const members = membersOf(project);
      const want = (organisation: string): Wanted => ({
        organisation,
        warm: told.get(`${project.id}\n${organisation}`) ?? isWarm(organisation),
      });
      const call = callOf(project, mode);
      return hide(mode, project, members, (organisation) => told.has(`${project.id}\n${organisation}`)).map((hidden) => ({
        project: project.id,
        call,
        team: members.filter((member) => !hidden.includes(member)),
        wanted: hidden.map(want),
      }));
    })
    .filter(({ wanted }) => wanted.length > 0);
}

/** So many of the queries, as good as drawn by lot; the order stays. */
export function sampleOf(queries: readonly Query[], limit: number, seed: number): Query[] {
  const key = ({ project, team }: Query) => lot(seed, hashOf([project, ...team].join('\n')));
  const drawn = new Set(queries.toSorted((a, b) => key(a) - key(b)).slice(0, limit));
  return queries.filter((query) => drawn.has(query));
}

/** Each once, by id. */
export function membersOf({ members }: Project): string[] {
  return [...new Set(members.map(({ organisation }) => organisation))].sort();
}

function hide(mode: Mode, project: Project, members: readonly string[], isHeldOut: (member: string) => boolean): string[][] {
  switch (mode) {
    case 'draft':
      return members.filter(isHeldOut).map((member) => [member]);
    case 'lead': {
      const lead = project.members.find(({ role }) => role === 'coordinator')?.organisation ?? members[0];
      return [members.filter((member) => member !== lead)];
    }
    case 'call':
      return [[...members]];
  }
}

/** A project as the call it answered, with its own words as those of the idea; without them in the mode `call`. */
export function callOf(project: Project, mode: Mode): CallFacts {
  const { id, themes, programme, objective, specificObjective, title, text } = project;
  const words = [title, text].filter((part) => part !== undefined).join('\n');
  return {
    id: project.call ?? id,
    themes,
    ...(programme !== undefined && { programme }),
    ...(objective !== undefined && { objective }),
    ...(specificObjective !== undefined && { specificObjective }),
    ...(mode !== 'call' && words !== '' && { text: words }),
  };
}
