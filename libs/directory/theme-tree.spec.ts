import { describe, expect, it } from '@jest/globals';
import { ThemeTree } from './theme-tree.js';

const theme = (id: string, parentId: string | null = null) => ({ id, parentId, labels: {}, scopeNotes: {} });
const tree = new ThemeTree([theme('work'), theme('food'), theme('food.surplus', 'food'), theme('food.surplus.sharing', 'food.surplus')]);
const ids = (themes: readonly { id: string }[]) => themes.map(({ id }) => id);

describe('a tree of themes', () => {
  it('keeps siblings in the order given', () => {
    expect(ids(tree.children(null))).toEqual(['work', 'food']);
    expect(ids(tree.children('food'))).toEqual(['food.surplus']);
    expect(tree.children('food.surplus.sharing')).toEqual([]);
  });

  it('leads from the root to a theme', () => {
    expect(ids(tree.path('food.surplus.sharing'))).toEqual(['food', 'food.surplus', 'food.surplus.sharing']);
    expect(tree.path('nowhere')).toEqual([]);
  });

  it('finds children when the parent is asked for', () => {
    expect(tree.withDescendants('food')).toEqual(['food', 'food.surplus', 'food.surplus.sharing']);
    expect(tree.withDescendants('work')).toEqual(['work']);
  });
});
