import type { DirectoryData } from '../directory-data.js';
import { buildIndex } from '../match-index.js';
import { BREADTHS, MODEL_VERSION, SIGNAL_ORDER, SITUATIONS, type Situation } from '../model.js';
import type { Shares, SignalShares, Weights } from '../weights.js';
import { learnChances } from './chances.js';
import { examplesOf, SHAPES, WIDTH, type Example } from './examples.js';
import { fitWeights } from './fit.js';
import { foldsOf, questionsIn } from './folds.js';

const SEED = 1;
const FIT = { pull: 0.003, bond: 0.003, iterations: 150, rounds: 2 } as const;

/**
 * What histories say too little about, because they hold no wishes, no rules and no programme areas: at least so much, in
 * log odds.
 */
const FLOORS = { themes: 6, reciprocity: 3, meaning: 0.3, addition: 1.5, area: 1 } as const;

/**
 * Learns the weights from histories alone, each hidden in parts from itself; several kinds of history weigh by their
 * questions. The same histories in the same order give the same weights to the byte.
 *
 * @param progress is told what is done next
 * @throws RangeError when the histories hold no consortium to learn from
 */
export function learnWeights(histories: readonly DirectoryData[], progress?: (step: string) => void): Weights {
  const examples = new Map<Situation, Example[]>(SITUATIONS.map((situation) => [situation, []]));
  const folds = histories.flatMap((history) => foldsOf(history, SEED)).filter(({ hidden }) => hidden.length > 0);
  folds.forEach((fold, i) => {
    progress?.(`part ${i + 1} of ${folds.length}: ${fold.hidden.length} past consortia are hidden and sought`);
    const index = buildIndex(fold.data);
    for (const [situation, list] of examples) list.push(...examplesOf(index, questionsIn(fold, situation, SEED)));
  });
  const learned = [...examples].map(([situation, list]): [Situation, Weights['situations'][Situation]] => {
    if (list.length === 0) throw new RangeError('There is no past consortium of three or more to learn from.');
    progress?.(`${situation}: weights are fitted to ${list.length} questions`);
    const ends = fitWeights(list, { ...FIT, floors: floors() });
    const halves = BREADTHS.map((breadth, i) => [breadth, bySignal(ends.subarray(i * WIDTH, (i + 1) * WIDTH))]);
    return [situation, Object.fromEntries(halves) as Weights['situations'][Situation]];
  });
  const situations = Object.fromEntries(learned) as Weights['situations'];
  progress?.('chances are fitted to whom these weights show first');
  return { model: MODEL_VERSION, situations, chances: learnChances(folds, situations, SEED) };
}

function floors(): Float64Array {
  const least = new Float64Array(WIDTH);
  for (const [signal, floor] of Object.entries(FLOORS)) {
    least[SIGNAL_ORDER.findIndex((each) => each === signal) * SHAPES] = floor;
  }
  return least;
}

function bySignal(weights: Float64Array): SignalShares {
  const rounded = weights.map((weight) => Math.round(weight * 1000) / 1000);
  const shares = SIGNAL_ORDER.map((signal, i): [string, Shares] => {
    const [linear = 0, root = 0, logarithm = 0] = rounded.subarray(i * SHAPES);
    return [signal, [linear, root, logarithm]];
  });
  return Object.fromEntries(shares) as SignalShares;
}
