import { THEMES } from '../model.js';
import { rowOf, type Row } from '../sparse.js';
import type { Evidence } from '../suggestion.js';
import { fit, tellingThemes, wish } from '../theme-fit.js';
import { expand } from '../theme-tree.js';
import type { SignalReader } from './signal-reader.js';

/**
 * themes_i = fit_i(wish(what the team seeks + the call's themes)), levels of i = what i offers, with its strengths
 *
 * What past projects say of the candidate is in the signals `experience` and `subject`; see `theme-fit.ts` for the fit.
 */
export const themes: SignalReader = ({ index, themes: callThemes }) => (team) => {
  const sought = team.flatMap((member) => rowOf(index.seeks, member));
  const calledFor = callThemes.map((theme): Row[number] => [theme, THEMES.callStrength / THEMES.strongest]);
  const wished = wish(index.tree, [...sought, ...calledFor]);
  const soughtNodes = new Set(expand(index.tree, sought).map(([node]) => node));

  const evidence = (organisation: number): Evidence[] =>
    tellingThemes(index.tree, wished, expand(index.tree, rowOf(index.offers, organisation))).map((node) => ({
      kind: 'theme',
      id: index.tree.ids[node] ?? '',
      role: soughtNodes.has(node) ? 'offers-sought' : 'call',
    }));
  return { values: { kind: 'each', values: fit(index.offerers, wished) }, evidence };
};
