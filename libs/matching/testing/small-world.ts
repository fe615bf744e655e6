import type { DirectoryData, Organisation, Project } from '../directory-data.js';
import { viewCall } from '../call-view.js';
import { buildIndex, organisationPosition } from '../match-index.js';
import type { Signal } from '../model.js';
import type { CallFacts } from '../question.js';
import { READERS } from '../signals/index.js';
import type { Evidence } from '../suggestion.js';
import { valueAt } from '../values.js';

/** Two branches: work > work.youth > work.youth.jobs, and food > food.surplus. */
export const themes = [
  { id: 'work' },
  { id: 'work.youth', parent: 'work' },
  { id: 'work.youth.jobs', parent: 'work.youth' },
  { id: 'food' },
  { id: 'food.surplus', parent: 'food' },
];

interface OrganisationFacts extends Partial<Pick<Organisation, 'country' | 'nuts' | 'name' | 'city' | 'type'>> {
  readonly offers?: Record<string, number>;
  readonly seeks?: Record<string, number>;
}

/** Bruges unless said otherwise; offers and seeks are written theme -> strength. */
export function organisation(
  id: string,
  { offers, seeks, ...facts }: OrganisationFacts = {},
): Organisation {
  const weights = (record: Record<string, number> = {}) =>
    Object.entries(record).map(([theme, strength]) => ({ theme, strength }));
  const country = facts.country ?? 'BE';
  const nuts = facts.nuts ?? (facts.country === undefined ? 'BE251' : undefined);
  return {
    ...facts,
    id,
    country,
    ...(nuts !== undefined && { nuts }),
    offers: weights(offers),
    seeks: weights(seeks),
  };
}

export function project(id: string, members: string[], facts: Partial<Omit<Project, 'id' | 'members'>> = {}): Project {
  return { id, themes: [], members: members.map((member) => ({ organisation: member, role: 'PARTNER' })), ...facts };
}

export function directory(organisations: Organisation[], projects: Project[] = []): DirectoryData {
  return { themes, organisations, projects };
}

/** What one signal says of a candidate for a team, before any weight. */
export function read(
  data: DirectoryData,
  signal: Signal,
  candidate: string,
  { team = ['asker'], ...call }: Partial<CallFacts> & { team?: readonly string[] } = {},
): { value: number; evidence: Evidence[] } {
  const index = buildIndex(data);
  const at = (id: string) => organisationPosition(index, id);
  const reading = READERS[signal](viewCall(index, { id: 'call', themes: [], ...call }));
  const { values, evidence } = typeof reading === 'function' ? reading(team.map(at)) : reading;
  return { value: valueAt(values, at(candidate)), evidence: evidence(at(candidate)) };
}
