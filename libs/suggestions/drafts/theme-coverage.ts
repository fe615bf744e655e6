import type { Draft } from '#libs/eligibility';
import type { ReadDraft } from './drafts.service.js';

/** A wanted theme and the members that cover it. */
export interface ThemeCoverage {
  readonly theme: string;
  readonly members: readonly string[];
}

/** Of each theme that is wanted, by the call and the project unless others are given, the members that offer it, or worked on it, or on one below it. */
export function coverageOf(
  draft: Draft,
  { matching, organisations, snapshot }: Pick<ReadDraft, 'matching' | 'organisations' | 'snapshot'>,
  wanted: readonly string[] = matching.themes,
): ThemeCoverage[] {
  const { lines, ids, position } = snapshot.index.tree;
  const known = draft.members.map(({ id, facts }) => {
    const offered = organisations.get(id)?.interests.flatMap(({ direction, themeId }) => (direction === 'OFFERS' ? [themeId] : [])) ?? [];
    const worked = facts.experience?.projects.flatMap(({ themes = [] }) => themes) ?? [];
    const all = [...offered, ...worked].flatMap((theme) => lines[position.get(theme) ?? -1] ?? []);
    return { id, themes: new Set(all.map((each) => ids[each])) };
  });
  return wanted.map((theme) => ({ theme, members: known.filter(({ themes }) => themes.has(theme)).map(({ id }) => id) }));
}
