import { textOf, type MatchIndex } from './match-index.js';
import type { CallFacts } from './question.js';
import { ALIKE } from './model.js';
import { relative, spread, strongestOnly } from './past/spread.js';
import { affinityTo } from './programme-areas.js';
import { cosines } from './text/text-index.js';
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
  /** Per project, in [0, 1]: how alike its programme's area is to that of the call's programme; 1 for the same. */
  readonly affinity: Float64Array;
  /** Per project, in [0, 1]: how alike its words, and its runs of characters, are to those of the call or idea. */
  readonly words: Float64Array;
  readonly grams: Float64Array;
  /** Per project, from 0 to 1: how alike it is in words, more so in an area like the call's; 0 but for the likest. */
  readonly alike: Float64Array;
  /** Per organisation: how much it takes part in the call's area and in projects like it. */
  readonly local: Float64Array;
}

/** @throws RangeError when the call has a theme that the tree does not hold. */
export function viewCall(index: MatchIndex, call: CallFacts): CallView {
  const themes = call.themes.map((id) => themePosition(index.tree, id));
  const wished = wish(index.tree, themes.map((theme) => [theme, 1]));
  const projects = index.projects.length;
  const text = textOf(call);
  const words = cosines(index.words, text, projects);
  const affinity = affinityTo(index.areas, call.programme);
  const alike = relative(strongestOnly(words.map((cosine, q) => cosine * nearby(affinity[q] ?? 0)), ALIKE.most));
  return {
    index,
    call,
    themes,
    topic: fit(index.projectsByTheme, wished),
    sameProgramme: Float64Array.from(index.projects, ({ programme }) => Number(isSame(programme, call.programme))),
    affinity,
    words,
    grams: cosines(index.grams, text, projects),
    alike,
    local: spread(index, alike.map((value, q) => value + cubed(affinity[q] ?? 0))),
  };
}

/** nearby_q = .3 + .7 affinity_q^2 */
function nearby(affinity: number): number {
  return ALIKE.elsewhere + (1 - ALIKE.elsewhere) * affinity * affinity;
}

function isSame(programme: string | undefined, wanted: string | undefined): boolean {
  return programme !== undefined && programme === wanted;
}

/** Not Math.pow, whose last bit is the engine's choice. */
function cubed(value: number): number {
  return value * value * value;
}
