import { describe, expect, it } from '@jest/globals';
import { groupsOf } from './groups.js';
import { affinityTo, programmeAreas } from './programme-areas.js';
import { fromRows } from './sparse.js';

const members = fromRows([[[0, 1], [1, 1]], [[1, 1]], [[2, 1]], [[0, 1]]]);
const areas = programmeAreas(['new', 'old', 'greek', undefined], members, groupsOf(['BE25', 'FRE1', 'EL30']));

describe('affinity', () => {
  it('is 1 in the programme itself and the cosine of places elsewhere', () => {
    const [own, border, away, none] = affinityTo(areas, 'new');
    expect([own, away, none]).toEqual([1, 0, 0]);
    expect(border).toBeCloseTo(1 / Math.sqrt(2), 12);
  });

  it('is nothing for a programme without a past, or none', () => {
    expect([...affinityTo(areas, 'unheard of'), ...affinityTo(areas, undefined)]).toEqual(Array(8).fill(0));
  });
});
