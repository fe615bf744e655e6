import type { DirectoryData, Organisation, Project } from '../directory-data.js';
import { buildIndex } from '../match-index.js';
import { explain } from '../match.js';
import type { Signal } from '../model.js';
import type { CallFacts } from '../question.js';
import type { Part } from '../suggestion.js';

/** Two branches: work > work.youth > work.youth.jobs, and food > food.surplus. */
export const themes = [
  { id: 'work' },
  { id: 'work.youth', parent: 'work' },
  { id: 'work.youth.jobs', parent: 'work.youth' },
  { id: 'food' },
  { id: 'food.surplus', parent: 'food' },
];

/** Bruges unless said otherwise; offers and seeks are written theme -> strength. */
export function organisation(
  id: string,
  facts: { country?: string; nuts?: string; offers?: Record<string, number>; seeks?: Record<string, number> } = {},
): Organisation {
  const weights = (record: Record<string, number> = {}) =>
    Object.entries(record).map(([theme, strength]) => ({ theme, strength }));
  const country = facts.country ?? 'BE';
  const nuts = facts.nuts ?? (facts.country === undefined ? 'BE251' : undefined);
  return {
    id,
    country,
    ...(nuts !== undefined && { nuts }),
    offers: weights(facts.offers),
    seeks: weights(facts.seeks),
  };
}

export function project(id: string, members: string[], facts: Partial<Omit<Project, 'id' | 'members'>> = {}): Project {
  return { id, themes: [], members: members.map((member) => ({ organisation: member, role: 'PARTNER' })), ...facts };
}

export function directory(organisations: Organisation[], projects: Project[] = []): DirectoryData {
  return { themes, organisations, projects };
}

/** One signal's part in the score of a candidate for the organisation `asker`. */
export function part(data: DirectoryData, signal: Signal, candidate: string, call: Partial<CallFacts> = {}): Part {
  const question = { asker: 'asker', call: { id: 'call', themes: [], ...call } };
  const found = explain(buildIndex(data), question, candidate).parts.find((each) => each.signal === signal);
  if (found === undefined) throw new Error(`No part for ${signal}.`);
  return found;
}
