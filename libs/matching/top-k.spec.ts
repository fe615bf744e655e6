import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { topK } from './top-k.js';

describe('topK', () => {
  it('is the beginning of the full sort', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(12), (scores, k) => {
        const tie = (a: number, b: number) => a - b;
        const before = (a: number, b: number) => scores[b]! - scores[a]! || tie(a, b);
        const isEven = (item: number) => item % 2 === 0;
        const sorted = [...scores.keys()].filter(isEven).sort(before).slice(0, k);
        expect(topK(Float64Array.from(scores), k, tie, isEven)).toEqual(sorted);
      }),
    );
  });

  it('asks for admission only where it matters', () => {
    const asked: number[] = [];
    topK(new Float64Array(100), 1, (a, b) => a - b, (item) => asked.push(item) > 0);
    expect(asked).toEqual([0]);
  });
});
