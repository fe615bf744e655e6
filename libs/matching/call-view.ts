import type { MatchIndex } from './match-index.js';
import type { CallFacts } from './question.js';
import { fit, wish } from './theme-fit.js';
import { themePosition } from './theme-tree.js';

/** The directory seen from one call: what all its askers share. */
export interface CallView {
  readonly index: MatchIndex;
  readonly call: CallFacts;
  /** Positions of the call's themes. */
  readonly themes: readonly number[];
  /** Per project, in [0, 1]: how much of the call's themes it was about. */
  readonly topic: Float64Array;
}

/** @throws RangeError when the call has a theme that the tree does not hold. */
export function viewCall(index: MatchIndex, call: CallFacts): CallView {
  const themes = call.themes.map((id) => themePosition(index.tree, id));
  const wished = wish(index.tree, themes.map((theme) => [theme, 1]));
  return { index, call, themes, topic: fit(index.projectsByTheme, wished) };
}
