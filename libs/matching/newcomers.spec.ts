import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lifted } from './newcomers.js';

const scores = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }).map((list) => list.toSorted((a, b) => b - a));

/** Places as an answer gives them: by score, a newcomer before its equal where it was lifted. */
function placesOf(others: number[], newcomers: number[], within: number): { isNew: boolean; score: number; own: number }[] {
  const after = lifted(others, newcomers, within);
  return [
    ...others.map((own) => ({ isNew: false, score: own, own, isLifted: false })),
    ...newcomers.map((own, i) => ({ isNew: true, score: after[i] ?? own, own, isLifted: after[i] !== undefined })),
  ].sort((a, b) => b.score - a.score || Number(b.isLifted) - Number(a.isLifted));
}

describe('places kept for newcomers', () => {
  it('are theirs among the first r, as long as there are newcomers', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 10 }), (others, newcomers, within) => {
        const places = placesOf(others, newcomers, within);
        places.forEach((_, i) => {
          const theirs = places.slice(0, i + 1).filter(({ isNew }) => isNew).length;
          expect(theirs).toBeGreaterThanOrEqual(Math.min(newcomers.length, Math.floor((i + 1) / within)));
        });
      }),
    );
  });

  it('cost no more than that needs, and change no order within either', () => {
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 10 }), (others, newcomers, within) => {
        const after = lifted(others, newcomers, within);
        const scores = after.map((score, i) => score ?? newcomers[i]!);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        after.forEach((score, i) => {
          if (score === undefined) return;
          const before = others.filter((other) => other > score).length + i; // it takes its place, not a better one
          const equals = others.filter((other) => other === score).length;
          expect(before + equals + 1).toBeGreaterThanOrEqual((i + 1) * within);
        });
      }),
    );
  });

  it('are none where the scores alone decide', () => {
    expect(lifted([9, 8, 7], [1], Infinity)).toEqual([undefined]);
    expect(lifted([9, 8, 7], [1], 2)).toEqual([8]);
    expect(lifted([9, 8, 7], [8], 2)).toEqual([8]);
    expect(lifted([9, 8, 7], [8.5, 1], 2)).toEqual([undefined, 7]);
    expect(lifted([9], [1], 10)).toEqual([undefined]);
  });
});
