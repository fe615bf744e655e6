import type { Draft } from '#libs/eligibility';
import type { ReadDraft } from './drafts.service.js';

/** A wanted theme and the members that cover it. */
export interface ThemeCoverage {
  readonly theme: string;
  readonly members: readonly string[];
}

/** Of each theme that the call or the project wants, the members that offer it, or worked on it, or on one below it. */
export function coverageOf(draft: Draft, { matching, organisations, snapshot }: Pick<ReadDraft, 'matching' | 'organisations' | 'snapshot'>): ThemeCoverage[] {
  const { lines, ids, position } = snapshot.index.tree;
  const known = draft.members.map(({ id, facts }) => {
    const offered = organisations.get(id)?.interests.flatMap(({ direction, themeId }) => (direction === 'OFFERS' ? [themeId] : [])) ?? [];
    const worked = facts.experience?.projects.flatMap(({ themes = [] }) => themes) ?? [];
    const all = [...offered, ...worked].flatMap((theme) => lines[position.get(theme) ?? -1] ?? []);
    return { id, themes: new Set(all.map((each) => ids[each])) };
  });
  return matching.themes.map((theme) => ({ theme, members: known.filter(({ themes }) => themes.has(theme)).map(({ id }) => id) }));
}
