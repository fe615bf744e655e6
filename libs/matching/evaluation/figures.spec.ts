import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, midRank } from './figures.js';

/** The mean place over all orders of equals, by sorting with the item before and after its equals. */
function meanPlace(scores: readonly number[], item: number): number {
  const place = (sign: number) =>
    scores.map((score, i) => ({ score, key: i === item ? sign : 0, i })).sort((a, b) => b.score - a.score || a.key - b.key).findIndex(({ i }) => i === item) + 1;
  return (place(-1) + place(1)) / 2;
}

describe('a rank', () => {
  it('is the mean place over all orders of equals, among the candidates alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 }), fc.nat(), fc.array(fc.nat(11)), (scores, at, known) => {
        const item = at % scores.length;
        const excluded = new Set(known.filter((position) => position < scores.length && position !== item));
        const kept = scores.map((score, i) => ({ score, i })).filter(({ i }) => !excluded.has(i));
        const expected = meanPlace(kept.map(({ score }) => score), kept.findIndex(({ i }) => i === item));
        expect(midRank(Float64Array.from(scores), item, excluded)).toBe(expected);
      }),
    );
  });
});

describe('figures', () => {
  it('divide by what k places can hold', () => {
    expect(figuresOf([1, 11]).recall10).toBe(1 / 2);
    expect(figuresOf(Array.from({ length: 20 }, (_, i) => i + 1))).toEqual({ recall10: 1, recall50: 1, mrr: 1, ndcg10: 1 });
  });

  it('are these by hand: ranks 2, 3 and 60', () => {
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2;
    const { ndcg10, ...others } = figuresOf([60, 3, 2]);
    expect(others).toEqual({ recall10: 2 / 3, recall50: 2 / 3, mrr: 1 / 2 });
    expect(ndcg10).toBeCloseTo((1 / Math.log2(3) + 1 / 2) / ideal, 12);
  });

  it('give a shared place its mean: rank 10.5 is not among ten', () => {
    expect(figuresOf([10.5])).toEqual({ recall10: 0, recall50: 1, mrr: 1 / 10.5, ndcg10: 0 });
  });
});
