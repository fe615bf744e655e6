import { organisationPosition } from '../match-index.js';
import { columnsOf } from '../sparse.js';
import type { ConsortiumIndex } from './consortium-index.js';

/** Somebody on the way, and the past project that it shares with whoever comes before it. */
export interface WarmStep {
  readonly organisation: string;
  readonly project: string;
}

/**
 * For each target the shortest chain of past co-participation that leads to it; without targets that nobody leads to.
 * @throws RangeError for an organisation that the index does not hold
 */
export function warmPaths(index: ConsortiumIndex, from: string, to: readonly string[]): Map<string, WarmStep[]> {
  const start = organisationPosition(index, from);
  const wanted = new Set(to.map((id) => organisationPosition(index, id)));
  const before = new Map<number, { organisation: number; project: number } | undefined>([[start, undefined]]);
  const seen = new Set<number>();
  // The queue is the map itself: whoever is reached is looked at in the order of reaching.
  for (const organisation of before.keys()) {
    wanted.delete(organisation);
    if (wanted.size === 0) break;
    for (const project of columnsOf(index.projectsOf, organisation)) {
      if (seen.has(project)) continue;
      seen.add(project);
      for (const next of columnsOf(index.members, project)) if (!before.has(next)) before.set(next, { organisation, project });
    }
  }
  const chainTo = (organisation: number): WarmStep[] => {
    const step = before.get(organisation);
    if (step === undefined) return [];
    const own = { organisation: index.organisations[organisation] ?? '', project: index.projects[step.project]?.id ?? '' };
    return [...chainTo(step.organisation), own];
  };
  return new Map(to.filter((id) => before.has(organisationPosition(index, id))).map((id) => [id, chainTo(organisationPosition(index, id))]));
}
