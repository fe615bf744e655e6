import { describe, expect, it } from '@jest/globals';
import { makeQuestions, makeWorld } from './world.js';

const world = makeWorld(2000);

describe('the made-up directory', () => {
  it('is the same for the same seed', () => {
    expect(makeWorld(2000)).toEqual(world);
    expect(makeWorld(2000, 8).interests).not.toEqual(world.interests);
  });

  it('gives everybody 3 to 12 themes, and a few themes to many', () => {
    const { start, column } = world.interests;
    const sizes = Array.from({ length: world.size }, (_, i) => start[i + 1]! - start[i]!);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([3, 12]);
    const holders = new Uint32Array(world.themes.length);
    for (const theme of column) holders[theme]! += 1;
    const popular = [...holders].sort((a, b) => b - a);
    expect(popular[0]! / world.size).toBeGreaterThan(0.5);
    expect(popular[500]! / world.size).toBeLessThan(0.01);
  });

  it('asks with pulls of length 1, themes ascending', () => {
    for (const { wished, asker } of makeQuestions(world, 20, 5)) {
      expect(asker).toBeLessThan(world.size);
      expect(wished.reduce((sum, [, pull]) => sum + pull * pull, 0)).toBeCloseTo(1, 12);
      expect(wished.map(([theme]) => theme)).toEqual(wished.map(([theme]) => theme).toSorted((a, b) => a - b));
    }
  });
});
