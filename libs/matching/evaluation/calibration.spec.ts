import { describe, expect, it } from '@jest/globals';
import { calibrationOf } from './calibration.js';

const identity = { base: 0, slope: 1 };
/** The log share that is stated as this chance. */
const logit = (chance: number): number => Math.log(chance / (1 - chance));

describe('calibration', () => {
  it('is perfect where half of those with a chance of a half were members', () => {
    const shown = Array.from({ length: 40 }, (_, i) => ({ logShare: logit(0.5), isMember: i % 2 === 0 }));
    expect(calibrationOf(shown, identity)).toMatchObject({ shown: 40, members: 0.5, stated: 0.5, brier: 0.25, baseBrier: 0.25, ece: 0 });
  });

  it('tells how far off chances are, bin by bin', () => {
    const shown = Array.from({ length: 100 }, (_, i) => ({ logShare: logit(i < 50 ? 0.1 : 0.9), isMember: i >= 50 }));
    const { ece, brier, baseBrier } = calibrationOf(shown, identity);
    expect(ece).toBeCloseTo(0.1, 9);
    expect(brier).toBeCloseTo(0.01, 9);
    expect(baseBrier).toBeCloseTo(0.25, 9);
  });

  it('is told of nobody, too', () => {
    expect(calibrationOf([], identity)).toMatchObject({ shown: 0, ece: 0, brier: 0 });
  });
});
