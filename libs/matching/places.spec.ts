import { describe, expect, it } from '@jest/globals';
import { groupOf, sumByGroup } from './groups.js';
import { placesOf, valueOfRegion } from './places.js';

const places = placesOf(['BE255', 'BE251', 'UKJ21', 'BE2', 'UK', 'BE251']);
const { nuts2 } = places.regions;

describe('places', () => {
  it('hold each organisation, and regions those whose place is known finely enough', () => {
    expect(places.names).toEqual(['BE2', 'BE251', 'BE255', 'UK', 'UKJ21']);
    expect([...places.of]).toEqual([2, 1, 4, 0, 3, 1]);
    expect(nuts2.names).toEqual(['BE25', 'UKJ2']);
    expect([...nuts2.of]).toEqual([-1, 0, 0, -1, 1]);
    expect([...nuts2.heads]).toEqual([3, 1]);
    expect([groupOf(places, 2), groupOf(nuts2, 0)]).toEqual(['UKJ21', '']);
  });

  it('sum up, and give the mean to those whose region is not known', () => {
    const byPlace = sumByGroup(places, Float64Array.of(1, 2, 3, 4, 5, 6));
    expect([...byPlace]).toEqual([4, 8, 1, 5, 3]);
    expect([...sumByGroup(nuts2, byPlace)]).toEqual([9, 3]);
    expect([...valueOfRegion(nuts2, Float64Array.of(3, 9))]).toEqual([4.5, 3, 3, 4.5, 9]);
  });
});
