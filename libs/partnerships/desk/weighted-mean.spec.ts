import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weightedMean } from './weighted-mean.js';

const CRITERIA = [{ key: 'fit', weight: 3 }, { key: 'team', weight: 1 }];

describe('the weighted mean', () => {
  it('weighs the mean of what the officers gave for each criterion', () => {
    const scores = [{ criterion: 'fit', score: 8 }, { criterion: 'fit', score: 6 }, { criterion: 'team', score: 3 }];
    expect(weightedMean(CRITERIA, scores)).toBe((3 * 7 + 1 * 3) / 4);
  });

  it('leaves out what nobody scored, and is nothing before anybody did', () => {
    expect(weightedMean(CRITERIA, [{ criterion: 'team', score: 3 }])).toBe(3);
    expect(weightedMean(CRITERIA, [])).toBeNull();
    expect(weightedMean([], [{ criterion: 'gone', score: 3 }])).toBeNull();
  });

  it('lies between the lowest and the highest score, whatever the weights', () => {
    const criteria = fc.uniqueArray(fc.record({ key: fc.string(), weight: fc.double({ min: 0.01, max: 100, noNaN: true }) }), { selector: ({ key }) => key, minLength: 1, maxLength: 5 });
    fc.assert(fc.property(criteria, fc.array(fc.nat(10), { minLength: 1, maxLength: 5 }), (all, given) => {
      const scores = all.flatMap(({ key }) => given.map((score) => ({ criterion: key, score })));
      const mean = weightedMean(all, scores);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
      expect(mean).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
    }));
  });
});
