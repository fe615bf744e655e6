import { describe, expect, it } from '@jest/globals';
import { isSame } from './same-answer.js';

const answer = (...hits: [number, number][]) => hits.map(([position, score]) => ({ position, score }));

describe('two answers', () => {
  it('are the same with equals in another order, and with others as good as the last', () => {
    const ours = answer([1, 0.5], [2, 0.5], [3, 0.2]);
    expect(isSame(ours, answer([2, 0.5 + 1e-13], [1, 0.5], [3, 0.2]))).toBe(true);
    expect(isSame(ours, answer([1, 0.5], [2, 0.5], [9, 0.2]))).toBe(true);
  });

  it('differ by an organisation, a score, an order or a length', () => {
    const ours = answer([1, 0.5], [2, 0.4], [3, 0.2]);
    expect(isSame(ours, answer([9, 0.5], [2, 0.4], [3, 0.2]))).toBe(false);
    expect(isSame(ours, answer([1, 0.5], [2, 0.41], [3, 0.2]))).toBe(false);
    expect(isSame(ours, answer([2, 0.5], [1, 0.4], [3, 0.2]))).toBe(false);
    expect(isSame(ours, ours.slice(0, 2))).toBe(false);
  });
});
