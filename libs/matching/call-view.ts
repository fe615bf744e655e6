import { textOf, type MatchIndex } from './match-index.js';
import { sumByGroup } from './groups.js';
import type { CallFacts } from './question.js';
import { ALIKE, BREADTH } from './model.js';
import { tiesTo } from './past/ties.js';
import { asShares } from './past/walk.js';
import { spread, strongestOnly } from './past/spread.js';
import { meaningOf } from './languages/index.js';
import { affinityByWords, affinityTo } from './programme-areas.js';
import { addRow } from './sparse.js';
import { cosines } from './text/text-index.js';
import { gramsOf, wordsOf } from './text/tokens.js';
import { fit, wish } from './theme-fit.js';
import { themePosition } from './theme-tree.js';
import { relative } from './values.js';
import { putLikeness, type Vector } from './vectors.js';

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
  /** Per project, in [0, 1]: how alike in meaning to the call or idea, by topics or vectors, whatever their languages. */
  readonly meant: Float64Array;
  /** Per project, from 0 to 1: how alike it is in words, more so in an area like the call's; 0 but for the likest. */
  readonly alike: Float64Array;
  /** From 0, a call of all Europe, to 1, a call of few countries. */
  readonly narrowness: number;
  /** Who was in projects with a team before. */
  readonly tiesOf: ReturnType<typeof tiesTo>;
  /** Per organisation: how much it takes part in projects like this, by area, words and objective. */
  readonly local: Float64Array;
}

/** @throws RangeError when the call has a theme that the tree does not hold, or a vector unlike those of the projects. */
export function viewCall(index: MatchIndex, call: CallFacts): CallView {
  const themes = call.themes.map((id) => themePosition(index.tree, id));
  const wished = wish(index.tree, themes.map((theme) => [theme, 1]));
  const projects = index.projects.length;
  const text = textOf(call);
  const words = cosines(index.words, wordsOf(text), projects);
  const affinity = affinityTo(index.areas, call.programme) ?? affinityWithout(index, call, words);
  const alike = relative(strongestOnly(words.map((cosine, q) => cosine * nearby(affinity[q] ?? 0)), ALIKE.most));
  const local = spread(index, likeness(index, call, affinity, alike));
  return {
    index,
    call,
    themes,
    topic: fit(index.projectsByTheme, wished),
    sameProgramme: Float64Array.from(index.projects, ({ programme }) => Number(isSame(programme, call.programme))),
    affinity,
    words,
    grams: cosines(index.grams, gramsOf(text), projects),
    meant: meantLike(index, text, call.vector),
    alike,
    narrowness: narrownessOf(index, local),
    tiesOf: tiesTo(index),
    local,
  };
}

/** A programme without a past borrows one from projects that read like its objective, where there is no idea to go by. */
function affinityWithout({ areas, projects }: MatchIndex, { text }: CallFacts, words: Float64Array): Float64Array {
  return text === undefined ? affinityByWords(areas, strongestOnly(words, ALIKE.few)) : new Float64Array(projects.length);
}

/** nearby_q = .3 + .7 affinity_q^2 */
function nearby(affinity: number): number {
  return ALIKE.elsewhere + (1 - ALIKE.elsewhere) * affinity * affinity;
}

function isSame(programme: string | undefined, wanted: string | undefined): boolean {
  return programme !== undefined && programme === wanted;
}

/** meant_q = cosine of topics; likeness of vectors, where both have one */
function meantLike({ meanings, vectors, projects }: MatchIndex, text: string, vector: Vector | undefined): Float64Array {
  const meant = new Float64Array(projects.length);
  for (const [topic, weight] of meaningOf(text)) addRow(meant, meanings, topic, weight);
  if (vector !== undefined) putLikeness(meant, vectors, vector);
  return meant;
}

/** By the concentration h of the countries in projects like this: h = sum of squared shares, 1 / h countries of one size */
function narrownessOf({ countries }: MatchIndex, local: Float64Array): number {
  const concentration = asShares(sumByGroup(countries, local)).reduce((sum, share) => sum + share * share, 0);
  return Math.min(1, Math.max(0, (concentration - BREADTH.wide) / (BREADTH.narrow - BREADTH.wide)));
}

/**
 * like_q = mean of the shares of q in affinity^3, in alike^2 and, of the call's objective, in affinity^2
 *
 * over those that say anything at all
 */
function likeness({ projects }: MatchIndex, call: CallFacts, affinity: Float64Array, alike: Float64Array): Float64Array {
  const isAimed = (q: number) => call.objective !== undefined && projects[q]?.objective === call.objective;
  const views = [
    affinity.map((value) => value * value * value),
    alike.map((value) => value * value),
    affinity.map((value, q) => (isAimed(q) ? value * value : 0)),
  ].filter((weights) => weights.some((weight) => weight > 0));
  const shares = views.map(asShares);
  return affinity.map((_, q) => shares.reduce((sum, share) => sum + (share[q] ?? 0), 0) / Math.max(1, shares.length));
}
