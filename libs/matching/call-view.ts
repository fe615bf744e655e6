import { textOf, type MatchIndex } from './match-index.js';
import type { CallFacts } from './question.js';
import { cosines } from './text/text-index.js';
import { gramsOf, wordsOf } from './text/tokens.js';
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
  /** Per project: 1 in the call's programme, else 0. */
  readonly sameProgramme: Float64Array;
  /** Per project, in [0, 1]: how alike its words, and its runs of characters, are to those of the call or idea. */
  readonly words: Float64Array;
  readonly grams: Float64Array;
}

/** @throws RangeError when the call has a theme that the tree does not hold. */
export function viewCall(index: MatchIndex, call: CallFacts): CallView {
  const themes = call.themes.map((id) => themePosition(index.tree, id));
  const wished = wish(index.tree, themes.map((theme) => [theme, 1]));
  const projects = index.projects.length;
  const text = textOf(call);
  return {
    index,
    call,
    themes,
    topic: fit(index.projectsByTheme, wished),
    sameProgramme: Float64Array.from(index.projects, ({ programme }) => (programme !== undefined && programme === call.programme ? 1 : 0)),
    words: cosines(index.words, wordsOf(text), projects),
    grams: cosines(index.grams, gramsOf(text), projects),
  };
}
