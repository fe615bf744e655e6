import { chanceOf } from '../chance.js';
import type { Chances } from '../weights.js';
import type { Shown } from './shown.js';

/** How true the stated chances of those shown are. */
export interface Calibration {
  readonly shown: number;
  /** The share of them who were members, and the mean of the chances stated. */
  readonly members: number;
  readonly stated: number;
  /** Expected calibration error: the mean distance between chance and truth, over ten bins of as many. */
  readonly ece: number;
  /** Mean squared error of the chances; and what stating the base rate for all of them would give. */
  readonly brier: number;
  readonly baseBrier: number;
}

const BINS = 10;

export function calibrationOf(shown: readonly Shown[], chances: Chances): Calibration {
  const rows = shown.map(({ logShare, isMember }) => ({ chance: chanceOf(chances, logShare), truth: Number(isMember) }));
  rows.sort((a, b) => a.chance - b.chance);
  const members = mean(rows.map(({ truth }) => truth));
  const bins = Array.from({ length: BINS }, (_, bin) =>
    rows.slice(Math.round((bin * rows.length) / BINS), Math.round(((bin + 1) * rows.length) / BINS)),
  );
  const apart = (bin: typeof rows) => bin.length * Math.abs(mean(bin.map(({ chance }) => chance)) - mean(bin.map(({ truth }) => truth)));
  return {
    shown: rows.length,
    members,
    stated: mean(rows.map(({ chance }) => chance)),
    ece: bins.reduce((sum, bin) => sum + apart(bin), 0) / Math.max(1, rows.length),
    brier: mean(rows.map(({ chance, truth }) => (chance - truth) ** 2)),
    baseBrier: members * (1 - members),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
