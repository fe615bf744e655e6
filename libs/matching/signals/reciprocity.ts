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
  const evidence = (organisation: number): Evidence[] => {
    if (isUnknown(organisation)) return [{ kind: 'note', role: 'wishes-unknown' }];
    const seeks = expand(index.tree, rowOf(index.seeks, organisation));
    return tellingThemes(index.tree, wished, seeks).map((node) => ({
      kind: 'theme',
      id: index.tree.ids[node] ?? '',
      role: 'seeks-offered',
    }));
  };
  return { values: { kind: 'each', values: withUnknown(fit(index.seekers, wished), isUnknown) }, evidence };
};

/** In place: this runs over everybody for every answer. */
function withUnknown(values: Float64Array, isUnknown: (organisation: number) => boolean): Float64Array {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (value > 0) values[i] = WISHES.unknown + (1 - WISHES.unknown) * value;
    else if (isUnknown(i)) values[i] = WISHES.unknown;
  }
  return values;
}
