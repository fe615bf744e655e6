import { profileOf } from '../match-index.js';
import { WISHES } from '../model.js';
import { rowLength, rowOf } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { fit, tellingThemes, wish } from '../theme-fit.js';
import { expand } from '../theme-tree.js';
import type { SignalReader } from './signal-reader.js';

/**
 * reciprocity_i = u + (1 - u) fit_i(wish(what the team can bring)), levels of i = what i seeks
 *
 * The team seen through the candidate's eyes: its own offers and, as weak ones, the themes of its past projects. Whoever
 * has not said what it seeks counts as u; whoever seeks nothing of what the team brings, as 0.
 */
export const reciprocity: SignalReader = ({ index }) => (team) => {
  const wished = wish(index.tree, team.flatMap((member) => profileOf(index, member)));
  const isUnknown = (organisation: number) => wished.length === 0 || rowLength(index.seeks, organisation) === 0;
  const shareOf = (value: number, organisation: number) => {
    if (isUnknown(organisation)) return WISHES.unknown;
    return value === 0 ? 0 : WISHES.unknown + (1 - WISHES.unknown) * value;
  };
  const evidence = (organisation: number): Evidence[] => {
    if (isUnknown(organisation)) return [{ kind: 'note', role: 'wishes-unknown' }];
    const seeks = expand(index.tree, rowOf(index.seeks, organisation));
    return tellingThemes(index.tree, wished, seeks).map((node) => ({
      kind: 'theme',
      id: index.tree.ids[node] ?? '',
      role: 'seeks-offered',
    }));
  };
  return { values: { kind: 'each', values: fit(index.seekers, wished).map(shareOf) }, evidence };
};
