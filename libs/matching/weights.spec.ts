import { describe, expect, it } from '@jest/globals';
import { MODEL_VERSION, SIGNAL_ORDER, SITUATIONS } from './model.js';
import { SHIPPED_WEIGHTS } from './shipped-weights.js';
import { checkWeights, curvesOf, shapesOf } from './weights.js';

describe('shapes', () => {
  it('lead from 0 to 1', () => {
    expect(shapesOf(0)).toEqual([0, 0, 0]);
    expect(shapesOf(1)).toEqual([1, 1, 1]);
  });
});

describe('curves', () => {
  it.each(SITUATIONS)('of the shipped weights for %s never fall, and weigh 1 in all', (situation) => {
    const curves = curvesOf(SHIPPED_WEIGHTS.situations[situation]);
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
  });
});

describe('weights from outside', () => {
  const copy = () => JSON.parse(JSON.stringify(SHIPPED_WEIGHTS)) as { model: string; situations: Record<string, Record<string, unknown>> };

  it('are taken when they are whole', () => {
    expect(checkWeights(copy())).toEqual(SHIPPED_WEIGHTS);
  });

  it('are refused when they are of another model, lack a signal or are negative', () => {
    expect(() => checkWeights({ ...copy(), model: '1' })).toThrow(`are of model 1, not ${MODEL_VERSION}`);
    for (const bad of [undefined, [1, 2], [1, 2, -3], [1, 2, NaN], 'all']) {
      const broken = copy();
      broken.situations['lead']!['near'] = bad;
      expect(() => checkWeights(broken)).toThrow('The weights of near for lead must be three numbers of 0 or more.');
    }
    expect(() => checkWeights({ model: MODEL_VERSION })).toThrow(RangeError);
  });
});
