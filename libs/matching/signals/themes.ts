import { profileOf } from '../match-index.js';
import { THEMES } from '../model.js';
import { rowOf, type Row } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { fit, tellingThemes, wish } from '../theme-fit.js';
import { expand } from '../theme-tree.js';
import type { SignalReader } from './signal-reader.js';

/**
 * themes_i = fit_i(wish(what the asker seeks + the call's themes)), levels of i = own offers + past projects' themes
 *
 * Own offers count with their strength, themes of past projects as weak offers; see `theme-fit.ts` for the cosine.
 */
export const themes: SignalReader = ({ index, themes: callThemes }) => (asker) => {
  const sought = rowOf(index.seeks, asker);
  const calledFor = callThemes.map((theme): Row[number] => [theme, THEMES.callStrength / THEMES.strongest]);
  const wished = wish(index.tree, [...sought, ...calledFor]);
  const soughtNodes = new Set(expand(index.tree, sought).map(([node]) => node));

  const evidence = (organisation: number): Evidence[] => {
    const offered = new Set(expand(index.tree, rowOf(index.offers, organisation)).map(([node]) => node));
    const has = expand(index.tree, profileOf(index, organisation));
    return tellingThemes(index.tree, wished, has).map((node) => ({
      kind: 'theme',
      id: index.tree.ids[node] ?? '',
      role: !offered.has(node) ? 'project' : soughtNodes.has(node) ? 'offers-sought' : 'call',
    }));
  };
  return { values: fit(index.offerers, wished), evidence };
};
