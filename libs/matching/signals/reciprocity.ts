import { profileOf } from '../match-index.js';
import { rowOf } from '../sparse.js';
import { fit, tellingThemes, wish } from '../theme-fit.js';
import { expand } from '../theme-tree.js';
import type { SignalReader } from './signal-reader.js';

/**
 * reciprocity_i = fit_i(wish(what the team can bring)), levels of i = what i seeks
 *
 * The team seen through the candidate's eyes: its own offers and, as weak ones, the themes of its past projects.
 */
export const reciprocity: SignalReader = ({ index }) => (team) => {
  const wished = wish(index.tree, team.flatMap((member) => profileOf(index, member)));
  return {
    values: { kind: 'each', values: fit(index.seekers, wished) },
    evidence: (organisation) => {
      const seeks = expand(index.tree, rowOf(index.seeks, organisation));
      return tellingThemes(index.tree, wished, seeks).map((node) => ({
        kind: 'theme',
        id: index.tree.ids[node] ?? '',
        role: 'seeks-offered',
      }));
    },
  };
};
