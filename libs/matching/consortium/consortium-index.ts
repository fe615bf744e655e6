import type { MatchIndex } from '../match-index.js';

/** What of the directory bears on consortia beside the scores: small, and quickly handed to a thread. */
export type ConsortiumIndex = Pick<MatchIndex, 'organisations' | 'position' | 'projects' | 'members' | 'projectsOf' | 'places' | 'offers' | 'past' | 'tree'>;

export function consortiumIndexOf({ organisations, position, projects, members, projectsOf, places, offers, past, tree }: MatchIndex): ConsortiumIndex {
  return { organisations, position, projects, members, projectsOf, places, offers, past, tree };
}
