import { describe, expect, it } from '@jest/globals';
import { buildIndex } from '../match-index.js';
import { directory, organisation, project } from '../testing/small-world.js';
import { gather, spread, strongestOnly } from './spread.js';
import { asShares, sharesOf, startAt, walker } from './walk.js';

const index = buildIndex(directory(['a', 'b', 'c'].map((id) => organisation(id)), [project('ab', ['a', 'b']), project('bc', ['b', 'c'])]));

describe('weights', () => {
  it('go from projects to their members and back', () => {
    expect([...spread(index, Float64Array.of(1, 10))]).toEqual([1, 11, 10]);
    expect([...gather(index, Float64Array.of(1, 10, 100))]).toEqual([11, 110]);
  });

  it('are cut after the k strongest and their equals', () => {
    expect([...strongestOnly(Float64Array.of(1, 3, 2, 2), 2)]).toEqual([0, 3, 2, 2]);
    expect([...strongestOnly(Float64Array.of(0, 3), 5)]).toEqual([0, 3]);
  });

  it('become shares', () => {
    expect([...asShares(Float64Array.of(1, 3))]).toEqual([0.25, 0.75]);
    expect([...asShares(Float64Array.of(0, 0))]).toEqual([0, 0]);
  });
});

describe('a walk', () => {
  const even = Float64Array.of(1, 1);

  it('goes by hand from a: half to a and half to b, then on', () => {
    expect([...walker(index, even)(startAt([0], 3), { steps: 1, restart: 0 }).of]).toEqual([0.5, 0.5, 0]);
    expect([...walker(index, even)(startAt([0], 3), { steps: 2, restart: 0 }).of]).toEqual([0.875, 1, 0.125]);
  });

  it('loses nothing while everybody has a way out, with and without restart', () => {
    const total = (restart: number) => walker(index, even)(startAt([0, 2], 3), { steps: 4, restart }).of.reduce((sum, share) => sum + share, 0);
    expect(total(0)).toBeCloseTo(4, 12);
    expect(total(0.4)).toBeCloseTo(4, 12);
  });

  it('says whom it met', () => {
    expect([...walker(index, even)(startAt([0], 3), { steps: 1, restart: 0.5 }).at]).toEqual([0, 1]);
    expect([...walker(index, even)(sharesOf(Float64Array.of(0, 0, 1)), { steps: 1, restart: 0 }).at]).toEqual([1, 2]);
  });

  it('prefers projects that are worth more', () => {
    const [, toB = 0, toC = 0] = walker(index, Float64Array.of(1, 9))(startAt([1], 3), { steps: 1, restart: 0 }).of;
    expect(toB).toBeCloseTo(0.5, 12);
    expect(toC).toBeCloseTo(0.45, 12);
  });
});
