import { describe, expect, it } from '@jest/globals';
import { buildTree, expand, themePosition } from './theme-tree.js';

const tree = buildTree([
  { id: 'd', parent: 'c' },
  { id: 'c', parent: 'b' },
  { id: 'b', parent: 'a' },
  { id: 'a' },
]);

describe('the theme tree', () => {
  it('spreads a theme to its parent and grandparent, no further', () => {
    expect(expand(tree, [[themePosition(tree, 'd'), 1]])).toEqual([[1, 0.2], [2, 0.5], [3, 1]]);
  });

  it('keeps the highest level where themes meet', () => {
    const [b, c] = [themePosition(tree, 'b'), themePosition(tree, 'c')];
    expect(expand(tree, [[c, 1], [b, 1 / 3]])).toEqual([[0, 0.2], [1, 0.5], [2, 1]]);
  });

  it('refuses a theme that it does not hold', () => {
    expect(() => themePosition(tree, 'x')).toThrow(new RangeError('Theme x is not in the theme tree.'));
    expect(() => buildTree([{ id: 'a', parent: 'x' }])).toThrow(RangeError);
  });
});
