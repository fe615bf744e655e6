import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changesBetween } from './changes.js';

describe('the differences of two calls', () => {
  it('name the leaf, by the names of entries, and not the order of keys or entries', () => {
    const before = { budgetEur: { value: 1, src: ['A'] }, rules: [{ id: 'a', value: 1 }, { id: 'b' }], themes: ['x'], gone: 1 };
    const after = { budgetEur: { src: ['A'], value: 2 }, rules: [{ id: 'b' }, { value: 3, id: 'a' }], themes: ['x', 'y'] };
    expect(changesBetween(before, after)).toEqual([
      { path: 'budgetEur.value', before: '1', after: '2' },
      { path: 'rules.a.value', before: '1', after: '3' },
      { path: 'themes', before: '["x"]', after: '["x","y"]' },
      { path: 'gone', before: '1', after: null },
    ]);
  });

  it('leave the history of dates out', () => {
    expect(changesBetween({ milestones: [{ key: 'a', revisions: [1] }] }, { milestones: [{ key: 'a' }] })).toEqual([]);
    expect(changesBetween({}, { milestones: [{ key: 'a', revisions: [1] }] })).toMatchObject([{ after: '[{"key":"a"}]' }]);
  });

  it('are none between a call and itself', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (call) => {
      expect(changesBetween(call, JSON.parse(JSON.stringify(call)) as typeof call)).toEqual([]);
    }));
  });
});
