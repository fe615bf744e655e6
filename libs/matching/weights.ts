import { BREADTHS, MODEL_VERSION, SIGNAL_ORDER, SITUATIONS, type Breadth, type Signal, type Situation } from './model.js';

/** How much a signal counts by each shape of its value; none is negative. */
export type Shares = readonly [linear: number, root: number, logarithm: number];
export type SignalShares = Readonly<Record<Signal, Shares>>;

/** From a candidate's share in the odds to its chance of being a member; see `chance.ts`. */
export interface Chances {
  readonly base: number;
  /** Above 0: a better score is never a worse chance. */
  readonly slope: number;
}

/** The learned part of the model: a small file that can be shipped, made anew and compared. */
export interface Weights {
  readonly model: string;
  readonly situations: Readonly<Record<Situation, Readonly<Record<Breadth, SignalShares>>>>;
  readonly chances: Readonly<Record<Situation, Chances>>;
}

const STEEPNESS = 50;
const LOG_END = Math.log(1 + STEEPNESS);

/** linear y, root sqrt(y), logarithm ln(1 + 50 y) / ln 51: each leads from 0 to 1, ever steeper at the start. */
export function shapesOf(value: number): [number, number, number] {
  return [value, Math.sqrt(value), logOf(value)];
}

function logOf(value: number): number {
  return Math.log(1 + STEEPNESS * value) / LOG_END;
}

/** The weight of a signal and the curve that turns its value, from 0 to 1, into what counts, from 0 to 1. */
export interface Curve {
  readonly signal: Signal;
  readonly weight: number;
  /** The value itself counts. */
  readonly isStraight: boolean;
  readonly of: (value: number) => number;
}

/** shares = narrowness * narrow + (1 - narrowness) * wide */
export function sharesFor({ narrow, wide }: Readonly<Record<Breadth, SignalShares>>, narrowness: number): SignalShares {
  const between = (a = 0, b = 0) => narrowness * a + (1 - narrowness) * b;
  const entries = SIGNAL_ORDER.map((signal): [string, Shares] => {
    const [near, far] = [narrow[signal], wide[signal]];
    return [signal, [between(near[0], far[0]), between(near[1], far[1]), between(near[2], far[2])]];
  });
  return Object.fromEntries(entries) as SignalShares;
}

/** All shares together: what a score of 1 is in log odds. */
export function sumOfShares(shares: SignalShares): number {
  return SIGNAL_ORDER.reduce((all, signal) => all + sum(shares[signal]), 0);
}

function sum([linear, root, logarithm]: Shares): number {
  return linear + root + logarithm;
}

/** weight_s = sum of its shares / sum of all shares, so that scores lie in [0, 1]; signals without weight are left out. */
export function curvesOf(shares: SignalShares): Curve[] {
  const total = sumOfShares(shares);
  return SIGNAL_ORDER.filter((signal) => sum(shares[signal]) > 0).map((signal) => {
    const own = sum(shares[signal]);
    const [linear, root, logarithm] = shares[signal];
    const of = (value: number) =>
      value === 0 ? 0 : (linear * value + root * Math.sqrt(value) + logarithm * logOf(value)) / own;
    return { signal, weight: own / total, isStraight: root + logarithm === 0, of };
  });
}

/** @throws RangeError for what is no set of weights of this model */
export function checkWeights(given: unknown): Weights {
  const { model, situations, chances } = given as Partial<Weights>;
  if (model !== MODEL_VERSION) throw new RangeError(`These weights are of model ${String(model)}, not ${MODEL_VERSION}.`);
  for (const situation of SITUATIONS) {
    if (!isChances(chances?.[situation])) throw new RangeError(`The chances for ${situation} must have a base and a slope above 0.`);
    for (const breadth of BREADTHS) {
      for (const signal of SIGNAL_ORDER) {
        const shares: unknown = (situations?.[situation] as Partial<Weights['situations'][Situation]> | undefined)?.[breadth]?.[signal];
        if (isShares(shares)) continue;
        throw new RangeError(`The ${breadth} weights of ${signal} for ${situation} must be three numbers of 0 or more.`);
      }
    }
  }
  return given as Weights;
}

function isShares(shares: unknown): shares is Shares {
  return Array.isArray(shares) && shares.length === 3 && shares.every((share) => Number.isFinite(share) && Number(share) >= 0);
}

function isChances(chances: Partial<Chances> | undefined): boolean {
  return Number.isFinite(chances?.base) && Number.isFinite(chances?.slope) && Number(chances?.slope) > 0;
}
