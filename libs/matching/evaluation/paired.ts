import { lot } from '../tie-break.js';

/** A mean with the middle 95 % of the means of as many, drawn with replacement. */
export interface Mean {
  readonly mean: number;
  readonly ci95: readonly [low: number, high: number];
}

const RESAMPLES = 10_000;

/** Equal seeds give equal intervals. @param values at least one */
export function meanOf(values: readonly number[], seed: number): Mean {
  const average = (of: (i: number) => number) => values.reduce((sum, _, i) => sum + of(i), 0) / values.length;
  const means = Array.from({ length: RESAMPLES }, (_, resample) =>
    average((i) => values[lot(seed, resample * values.length + i) % values.length] ?? 0),
  ).sort((a, b) => a - b);
  const quantile = (share: number) => means[Math.round(share * (RESAMPLES - 1))] ?? 0;
  return { mean: average((i) => values[i] ?? 0), ci95: [quantile(0.025), quantile(0.975)] };
}
