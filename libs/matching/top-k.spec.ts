import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topK } from './top-k.js';

describe('topK', () => {
  it('is the beginning of the full sort', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(12), (scores, k) => {
        const before = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
        const isEven = (item: number) => item % 2 === 0;
        const sorted = [...scores.keys()].filter(isEven).sort(before).slice(0, k);
        expect(topK(scores.length, k, (a, b) => before(a, b) < 0, isEven)).toEqual(sorted);
      }),
    );
  });

  it('asks for admission only where it matters', () => {
    const asked: number[] = [];
    topK(100, 1, (a, b) => a < b, (item) => asked.push(item) > 0);
    expect(asked).toEqual([0]);
  });
});
