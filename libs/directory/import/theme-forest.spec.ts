import { describe, expect, it } from '@jest/globals';
import { misplacement } from './theme-forest.js';

const parents = new Map([
  ['a', null], ['a.b', 'a'], ['a.b.c', 'a.b'], ['a.b.c.d', 'a.b.c'],
  ['x', 'y'], ['y', 'x'], ['z', 'gone'],
]);
const reason = (id: string): string | undefined => misplacement({ id, parent: parents.get(id) ?? null }, parents);

describe('misplacement', () => {
  it('finds nothing wrong with three levels', () => {
    expect(['a', 'a.b', 'a.b.c'].map(reason)).toEqual([undefined, undefined, undefined]);
  });

  it('finds a fourth level, a circle and an unknown parent', () => {
    expect(reason('a.b.c.d')).toBe('the theme is on level 4, and there are 3');
    expect(reason('x')).toBe('the themes x, y stand above each other in a circle');
    expect(reason('z')).toBe('there is no theme gone');
  });
});
