import { chanceOf } from '../chance.js';
import { queriesFor, sampleOf, membersOf } from '../evaluation/query.js';
import { shownTo, type Shown } from '../evaluation/shown.js';
import { buildIndex } from '../match-index.js';
import { SITUATIONS, type Situation } from '../model.js';
import type { Chances, Weights } from '../weights.js';
import type { Fold } from './folds.js';

const QUERIES = 150;
const STEPS = 50;
const LEAST_SLOPE = 0.05;

/**
 * What share in the odds means what chance, learned from those whom the weights show first where past consortia are sought.
 * Newcomers among the members count: a chance is of being chosen, known or not.
 */
export function learnChances(folds: readonly Fold[], situations: Weights['situations'], seed: number): Weights['chances'] {
  const shown = new Map<Situation, Shown[]>(SITUATIONS.map((situation) => [situation, []]));
  for (const { data, hidden } of folds) {
    const index = buildIndex(data);
    for (const [situation, list] of shown) {
      const heldOut = hidden.flatMap((project) => membersOf(project).map((organisation) => ({ project: project.id, organisation })));
      const queries = sampleOf(queriesFor(situation, hidden, heldOut, () => true), QUERIES, seed);
      list.push(...shownTo(index, queries, { situations }).flat());
    }
  }
  return Object.fromEntries([...shown].map(([situation, list]) => [situation, fitChances(list)])) as Weights['chances'];
}

/**
 * The base and slope that make least - sum ln P(what happened), by Newton's steps
 *
 * with half a member and half a stranger added to each of two ends, so that it always exists.
 */
export function fitChances(shown: readonly Shown[]): Chances {
  const ends = [0, -10].flatMap((logShare) => [true, false].map((isMember) => ({ logShare, isMember, weight: 0.5 })));
  const rows = [...shown.map((row) => ({ ...row, weight: 1 })), ...ends];
  let [base, slope] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    let [gradientBase, gradientSlope, baseBase, baseSlope, slopeSlope] = [0, 0, 1e-9, 0, 1e-9];
    for (const { logShare, isMember, weight } of rows) {
      const chance = chanceOf({ base, slope }, logShare);
      const error = weight * (Number(isMember) - chance);
      const curvature = weight * chance * (1 - chance);
      gradientBase += error;
      gradientSlope += error * logShare;
      baseBase += curvature;
      baseSlope += curvature * logShare;
      slopeSlope += curvature * logShare * logShare;
    }
    const determinant = baseBase * slopeSlope - baseSlope * baseSlope;
    base += (slopeSlope * gradientBase - baseSlope * gradientSlope) / determinant;
    slope += (baseBase * gradientSlope - baseSlope * gradientBase) / determinant;
  }
  return { base: rounded(base), slope: Math.max(LEAST_SLOPE, rounded(slope)) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
