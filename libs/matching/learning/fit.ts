import { WIDTH, type Example } from './examples.js';

export interface FitSettings {
  /** Weights never go below these; {@link WIDTH} numbers. */
  readonly floors: Float64Array;
  /** Strength of the pull towards the floors, and of that between the two ends. */
  readonly pull: number;
  readonly bond: number;
  readonly iterations: number;
  /** So often those wanted are weighed anew, by what the weights found so far give them. */
  readonly rounds: number;
}

/** Weights for calls of few countries, then for calls of all Europe: {@link WIDTH} numbers each. */
export type Ends = Float64Array;

/** How much more those count that are within reach: P^.35. */
const REACH = 0.35;

/**
 * The weights w >= floors that make least
 *
 * loss = - sum over questions, over wanted p, of weight_p ln P(p) + pull / 2 |w - floors|^2 + bond / 2 |narrow - wide|^2
 * P(p) = exp(w x_p) / (exp(w x_p) + sum over not wanted n of exp(w x_n + offset_n)), w = c narrow + (1 - c) wide
 *
 * a conditional logit, which is convex. Then again, with weight_p * P(p)^.35: who is out of reach whatever the weights
 * should not shape them, and the first places matter most.
 */
export function fitWeights(examples: readonly Example[], settings: FitSettings): Ends {
  let weights = twice(settings.floors);
  let weighed = examples;
  for (let round = 0; round <= settings.rounds; round++) {
    weights = minimise(weighed, settings, weights);
    weighed = weighedByReach(examples, weights);
  }
  return weights;
}

/** Projected gradient steps, scaled by the size of each number, with Nesterov's momentum; begun anew where the loss grows. */
function minimise(examples: readonly Example[], settings: FitSettings, start: Ends): Ends {
  const floors = twice(settings.floors);
  const sizes = sizesOf(examples, settings);
  const gradient = new Float64Array(2 * WIDTH);
  let weights = start;
  let ahead = weights;
  let [momentum, length, before] = [1, 1, Infinity];
  for (let i = 0; i < settings.iterations; i++) {
    const loss = lossAt(ahead, examples, settings, gradient);
    if (loss > before) {
      [ahead, momentum, length, before] = [weights, 1, length / 2, Infinity];
      continue;
    }
    const next = ahead.map((weight, k) => Math.max(floors[k] ?? 0, weight - (length * (gradient[k] ?? 0)) / (sizes[k] ?? 1)));
    const following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const drift = (momentum - 1) / following;
    ahead = next.map((weight, k) => weight + drift * (weight - (weights[k] ?? 0)));
    [weights, momentum, length, before] = [next, following, length * 1.05, loss];
  }
  return weights;
}

/** @param gradient is overwritten. @returns the loss */
export function lossAt(
  ends: Ends,
  examples: readonly Example[],
  { floors, pull, bond }: Pick<FitSettings, 'floors' | 'pull' | 'bond'>,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  const slope = new Float64Array(WIDTH);
  for (const example of examples) {
    const { narrowness } = example;
    slope.fill(0);
    loss += addExample(example, weightsAt(ends, narrowness), slope) / examples.length;
    for (let k = 0; k < WIDTH; k++) {
      const share = (slope[k] ?? 0) / examples.length;
      gradient[k] = (gradient[k] ?? 0) + narrowness * share;
      gradient[WIDTH + k] = (gradient[WIDTH + k] ?? 0) + (1 - narrowness) * share;
    }
  }
  for (let k = 0; k < WIDTH; k++) {
    const [narrow = 0, wide = 0, floor = 0] = [ends[k], ends[WIDTH + k], floors[k]];
    const apart = narrow - wide;
    loss += (pull / 2) * ((narrow - floor) ** 2 + (wide - floor) ** 2) + (bond / 2) * apart ** 2;
    gradient[k] = (gradient[k] ?? 0) + pull * (narrow - floor) + bond * apart;
    gradient[WIDTH + k] = (gradient[WIDTH + k] ?? 0) + pull * (wide - floor) - bond * apart;
  }
  return loss;
}

function weightsAt(ends: Ends, narrowness: number): Float64Array {
  return ends.subarray(0, WIDTH).map((narrow, k) => narrowness * narrow + (1 - narrowness) * (ends[WIDTH + k] ?? 0));
}

function weighedByReach(examples: readonly Example[], ends: Ends): Example[] {
  const reached = examples.map((example) => {
    const { odds, against } = oddsOf(example, weightsAt(ends, example.narrowness));
    return example.wanted.map((weight, row) => {
      const own = odds[row] ?? 0;
      return weight * (own / (own + against)) ** REACH;
    });
  });
  const total = (lists: readonly Float64Array[]) => lists.reduce((sum, list) => list.reduce((part, weight) => part + weight, sum), 0);
  const scale = total(examples.map(({ wanted }) => wanted)) / total(reached);
  return examples.map((example, i) => ({ ...example, wanted: (reached[i] ?? new Float64Array()).map((weight) => weight * scale) }));
}

/** @returns the example's loss; its slope is added. */
function addExample(example: Example, weights: Float64Array, slope: Float64Array): number {
  const { rows, wanted } = example;
  const { odds, against } = oddsOf(example, weights);
  let [loss, pressure] = [0, 0];
  wanted.forEach((weight, row) => {
    const own = odds[row] ?? 0;
    const total = own + against;
    loss += weight * (Math.log(total) - Math.log(own + Number.MIN_VALUE));
    pressure += weight / total;
    addScaled(slope, rows, row, weight * (own / total - 1));
  });
  for (let row = wanted.length; row < odds.length; row++) addScaled(slope, rows, row, pressure * (odds[row] ?? 0));
  return loss;
}

/** Odds over those of the strongest row, and the sum of those not wanted. */
function oddsOf({ rows, wanted, offsets }: Example, weights: Float64Array): { odds: Float64Array; against: number } {
  const scores = offsets.map((offset, row) => offset + product(rows, row, weights));
  const most = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const odds = scores.map((score) => Math.exp(score - most));
  return { odds, against: odds.subarray(wanted.length).reduce((sum, odd) => sum + odd, 0) };
}

/** Mean square of each number, and what the pulls add: how far a step may go. */
function sizesOf(examples: readonly Example[], { pull, bond }: FitSettings): Float64Array {
  const squares = new Float64Array(WIDTH);
  let rows = 0;
  for (const example of examples) {
    const count = Math.min(example.offsets.length, example.wanted.length + 50);
    rows += count;
    for (let at = 0; at < count * WIDTH; at++) {
      const value = example.rows[at] ?? 0;
      squares[at % WIDTH] = (squares[at % WIDTH] ?? 0) + value * value;
    }
  }
  return twice(squares.map((square) => square / Math.max(1, rows) + pull + 2 * bond + 0.01));
}

function twice(numbers: Float64Array): Ends {
  return Float64Array.of(...numbers, ...numbers);
}

function product(rows: Float32Array, row: number, weights: Float64Array): number {
  const start = row * WIDTH;
  let sum = 0;
  for (let k = 0; k < WIDTH; k++) sum += (rows[start + k] ?? 0) * (weights[k] ?? 0);
  return sum;
}

function addScaled(slope: Float64Array, rows: Float32Array, row: number, factor: number): void {
  const start = row * WIDTH;
  for (let k = 0; k < WIDTH; k++) slope[k] = (slope[k] ?? 0) + factor * (rows[start + k] ?? 0);
}
