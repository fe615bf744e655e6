import { describe, expect, it } from '@jest/globals';
import { groupsOf } from './groups.js';
import { affinityByWords, affinityTo, programmeAreas } from './programme-areas.js';
import { fromRows } from './sparse.js';

const members = fromRows([[[0, 1], [1, 1]], [[1, 1]], [[2, 1]], [[0, 1]]]);
const areas = programmeAreas(['new', 'old', 'greek', undefined], members, groupsOf(['BE25', 'FRE1', 'EL30']));

describe('affinity', () => {
  it('is 1 in the programme itself and the cosine of places elsewhere', () => {
    const [own, border, away, none] = affinityTo(areas, 'new') ?? [];
    expect([own, away, none]).toEqual([1, 0, 0]);
    expect(border).toBeCloseTo(1 / Math.sqrt(2), 12);
  });

  it('is nothing for a programme without a past, or none', () => {
    expect(affinityTo(areas, 'unheard of')).toBeUndefined();
    expect(affinityTo(areas, undefined)).toBeUndefined();
  });

  it('of a programme without a past is that of the programmes whose projects read like it', () => {
    const [border, own, away] = affinityByWords(areas, Float64Array.of(0, 0.5, 0, 0));
    expect(own).toBeCloseTo(1, 12);
    expect(border).toBeCloseTo(1 / Math.sqrt(2), 12);
    expect(away).toBe(0);
    expect([...affinityByWords(areas, new Float64Array(4))]).toEqual([0, 0, 0, 0]);
  });
});
