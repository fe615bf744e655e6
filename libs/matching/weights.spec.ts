import { describe, expect, it } from '@jest/globals';
import { MODEL_VERSION, SIGNAL_ORDER, SITUATIONS } from './model.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import { checkWeights, curvesOf, shapesOf, sharesFor } from './weights.js';

describe('shapes', () => {
  it('lead from 0 to 1', () => {
    expect(shapesOf(0)).toEqual([0, 0, 0]);
    expect(shapesOf(1)).toEqual([1, 1, 1]);
  });
});

describe('curves', () => {
  it.each(SITUATIONS)('of the shipped weights for %s never fall, and weigh 1 in all', (situation) => {
    const curves = curvesOf(sharesFor(SHIPPED_WEIGHTS.situations[situation], 0.5));
    expect(curves.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const { of } of curves) {
      const values = Array.from({ length: 11 }, (_, i) => of(i / 10));
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(values[0]).toBe(0);
      expect(values[10]).toBeCloseTo(1, 12);
    }
  });

  it('mix the shapes by their shares', () => {
    const none = Object.fromEntries(SIGNAL_ORDER.map((signal) => [signal, [0, 0, 0]])) as never;
    const [themes, near] = curvesOf({ ...(none as object), themes: [1, 1, 0], near: [6, 0, 0] } as never);
    expect(themes!.weight).toBe(1 / 4);
    expect(themes!.of(0.25)).toBeCloseTo((0.25 + 0.5) / 2, 12);
    expect(near!.signal).toBe('near');
    expect([themes!.isStraight, near!.isStraight]).toEqual([false, true]);
  });

  it('slide between calls of all Europe and calls of few countries', () => {
    const { narrow } = SHIPPED_WEIGHTS.situations.lead;
    const wide = { ...narrow, near: [0, 0, 0], pairs: [1, 2, 3] } as const;
    expect(sharesFor({ narrow, wide }, 1)).toEqual(narrow);
    expect(sharesFor({ narrow, wide }, 0)).toEqual(wide);
    expect(sharesFor({ narrow, wide }, 0.25).pairs[2]).toBeCloseTo(0.25 * narrow.pairs[2] + 0.75 * 3, 12);
  });
});

describe('weights from outside', () => {
  const copy = () => JSON.parse(JSON.stringify(SHIPPED_WEIGHTS)) as { model: string; situations: Record<string, Record<string, Record<string, unknown>>> };

  it('are taken when they are whole', () => {
    expect(checkWeights(copy())).toEqual(SHIPPED_WEIGHTS);
  });

  it('are refused when they are of another model, lack a signal or are negative', () => {
    expect(() => checkWeights({ ...copy(), model: '1' })).toThrow(`are of model 1, not ${MODEL_VERSION}`);
    for (const bad of [undefined, [1, 2], [1, 2, -3], [1, 2, NaN], 'all']) {
      const broken = copy();
      broken.situations['lead']!['wide']!['near'] = bad;
      expect(() => checkWeights(broken)).toThrow('The wide weights of near for lead must be three numbers of 0 or more.');
    }
    expect(() => checkWeights({ model: MODEL_VERSION })).toThrow(RangeError);
  });
});
