import { describe, expect, it } from '@jest/globals';
import { meanOf } from './paired.js';

describe('meanOf', () => {
  it('is between the ends of its interval, which narrows with more values', () => {
    const few = meanOf([0, 1, 0, 1], 1);
    const many = meanOf(Array.from({ length: 100 }, (_, i) => i % 2), 1);
    expect([few.mean, many.mean]).toEqual([0.5, 0.5]);
    expect(many.ci95[0]).toBeGreaterThan(few.ci95[0]);
    expect(many.ci95[1]).toBeLessThan(few.ci95[1]);
  });

  it('is certain of what never differs', () => {
    expect(meanOf([0.25, 0.25], 1)).toEqual({ mean: 0.25, ci95: [0.25, 0.25] });
  });

  it('gives the same interval for the same seed', () => {
    expect(meanOf([1, 2, 5], 7)).toEqual(meanOf([1, 2, 5], 7));
  });
});
