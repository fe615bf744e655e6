import { describe, expect, it } from '@jest/globals';
import { fromRows } from '../sparse.js';
import { buildTree } from '../theme-tree.js';
import { themes } from '../testing/small-world.js';
import { addLevels, buildThemeIndex } from './theme-index.js';

const tree = buildTree(themes); // food, food.surplus, work, work.youth, work.youth.jobs
const own = fromRows([[[4, 1]], [[1, 1 / 3], [2, 2 / 3]]]);
const past = fromRows([[[3, 1 / 3]], [[1, 1]]]);
const index = buildThemeIndex(tree, [own, past]);

describe('the theme index', () => {
  it('lists the holders of each theme with the highest of what they have at or below it', () => {
    const postings = themes.map((_, theme) => {
      const [from, to] = [index.start[theme], index.start[theme + 1]];
      return [[...index.holder.subarray(from, to)], [...index.steps.subarray(from, to)]];
    });
    expect(index.holders).toBe(2);
    expect(postings).toEqual([[[1], [60]], [[1], [120]], [[0, 1], [24, 80]], [[0], [60]], [[0], [120]]]);
  });

  it('keeps a level a step at least and a whole one at most', () => {
    const { steps } = buildThemeIndex(tree, [fromRows([[[0, 0.0001], [2, 7]]])]);
    expect([...steps]).toEqual([1, 120]);
  });

  it('adds pull times level', () => {
    const sum = new Float64Array(2);
    addLevels(sum, index, [[2, 0.5], [4, 3]]);
    expect(sum[0]).toBeCloseTo(0.5 * 0.2 + 3, 12);
    expect(sum[1]).toBeCloseTo(0.5 * (2 / 3), 12);
  });

  it('is empty without holders', () => {
    expect(buildThemeIndex(tree, [])).toMatchObject({ holders: 0, steps: new Uint8Array(0) });
  });
});
