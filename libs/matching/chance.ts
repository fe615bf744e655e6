import type { Chances } from './weights.js';

/** A member is chosen among so many of the first. */
export const CROWD = 100;

/** ln sum_i exp(values_i), without overflow */
export function logSum(values: readonly number[]): number {
  const most = values.reduce((best, value) => Math.max(best, value), -Infinity);
  return values.length === 0 ? 0 : most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/**
 * P(member) = 1 / (1 + exp(- base - slope logShare)), logShare = ln of the candidate's share in the odds of the first hundred
 *
 * The shares are those of the conditional logit; base and slope turn them into the chance of somebody among the first twenty,
 * where several members are sought and the model may be too sure of itself.
 */
export function chanceOf({ base, slope }: Chances, logShare: number): number {
  return 1 / (1 + Math.exp(-base - slope * logShare));
}

/**
 * fit = 100 sqrt(score), from 0 to 100
 *
 * What people read: rising with the score, the same in all calls, and spread out where scores lie.
 */
export function fitOf(score: number): number {
  return 100 * Math.sqrt(Math.min(1, Math.max(0, score)));
}
