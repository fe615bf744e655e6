import { WIDTH, type Example } from './examples.js';

export interface FitSettings {
  /** Weights never go below these. */
  readonly floors: Float64Array;
  /** Strength of the pull towards the floors. */
  readonly pull: number;
  readonly iterations: number;
}

/**
 * The weights w >= floors that make least
 *
 * loss = - mean over questions, mean over wanted p of ln P(p) + pull / 2 |w - floors|^2
 * P(p) = exp(w x_p) / (exp(w x_p) + sum over not wanted n of exp(w x_n + offset_n))
 *
 * a conditional logit, which is convex: projected gradient steps with Nesterov's momentum find the one minimum. A step
 * that makes the loss larger begins anew without momentum and with half the length.
 */
export function fitWeights(examples: readonly Example[], { floors, pull, iterations }: FitSettings): Float64Array {
  const gradient = new Float64Array(WIDTH);
  let weights = floors.slice();
  let ahead = weights;
  let [momentum, length, before] = [1, 1, Infinity];
  for (let i = 0; i < iterations; i++) {
    const loss = lossAt(ahead, examples, floors, pull, gradient);
    if (loss > before) {
      [ahead, momentum, length, before] = [weights, 1, length / 2, Infinity];
      continue;
    }
    const next = ahead.map((weight, k) => Math.max(floors[k] ?? 0, weight - length * (gradient[k] ?? 0)));
    const following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const drift = (momentum - 1) / following;
    ahead = next.map((weight, k) => weight + drift * (weight - (weights[k] ?? 0)));
    [weights, momentum, length, before] = [next, following, length * 1.02, loss];
  }
  return weights;
}

/** @param gradient is overwritten. @returns the loss */
export function lossAt(
  weights: Float64Array,
  examples: readonly Example[],
  floors: Float64Array,
  pull: number,
  gradient: Float64Array,
): number {
  gradient.fill(0);
  let loss = 0;
  for (const example of examples) loss += addExample(example, weights, 1 / examples.length, gradient);
  weights.forEach((weight, k) => {
    const above = weight - (floors[k] ?? 0);
    gradient[k] = (gradient[k] ?? 0) + pull * above;
    loss += (pull / 2) * above * above;
  });
  return loss;
}

function addExample({ rows, wanted, offsets }: Example, weights: Float64Array, share: number, gradient: Float64Array): number {
  const scores = offsets.map((offset, row) => offset + product(rows, row, weights));
  const most = scores.reduce((best, score) => Math.max(best, score), -Infinity);
  const odds = scores.map((score) => Math.exp(score - most));
  const against = odds.subarray(wanted).reduce((sum, odd) => sum + odd, 0);
  let [loss, pressure] = [0, 0];
  for (let row = 0; row < wanted; row++) {
    const own = odds[row] ?? 0;
    const total = own + against;
    const part = share / wanted;
    loss += part * (Math.log(total) - ((scores[row] ?? 0) - most));
    pressure += part / total;
    addScaled(gradient, rows, row, part * (own / total - 1));
  }
  for (let row = wanted; row < odds.length; row++) addScaled(gradient, rows, row, pressure * (odds[row] ?? 0));
  return loss;
}

function product(rows: Float32Array, row: number, weights: Float64Array): number {
  const start = row * WIDTH;
  let sum = 0;
  for (let k = 0; k < WIDTH; k++) sum += (rows[start + k] ?? 0) * (weights[k] ?? 0);
  return sum;
}

function addScaled(gradient: Float64Array, rows: Float32Array, row: number, factor: number): void {
  const start = row * WIDTH;
  for (let k = 0; k < WIDTH; k++) gradient[k] = (gradient[k] ?? 0) + factor * (rows[start + k] ?? 0);
}
