import { describe, expect, it } from '@jest/globals';
import type { Project } from '../directory-data.js';
import { splitBySeed } from './split.js';

const members = (ids: string[]) => ids.map((organisation) => ({ organisation, role: 'participant' }));
const projects: Project[] = Array.from({ length: 40 }, (_, i) => ({
  id: `p${i}`,
  themes: [],
  text: 'words',
  members: members([`a${i}`, `b${i}`, 'everywhere']),
}));

describe('a split', () => {
  const split = splitBySeed(projects, 1);

  it('hides a quarter of the consortia of three or more with a text', () => {
    expect(split.hidden.size).toBe(10);
    const { text, ...silent } = projects[0]!;
    expect(text).toBe('words');
    const small = { ...projects[1]!, members: members(['a', 'b', 'b']) };
    expect(splitBySeed([silent, small, ...projects.slice(0, 3)], 1).hidden.size).toBe(0);
  });

  it('hides one member of each, or every member in turn', () => {
    expect(split.heldOut.map(({ project }) => project)).toEqual([...split.hidden].sort());
    expect(split.heldOutEach).toHaveLength(30);
    expect(split.heldOutEach).toEqual(expect.arrayContaining([...split.heldOut]));
  });

  it('calls warm who is in what is left, or in a further history', () => {
    const cold = split.heldOutEach.filter(({ warm }) => !warm).map(({ organisation }) => organisation);
    expect(cold).toHaveLength(20);
    expect(cold).not.toContain('everywhere');
    const further = splitBySeed(projects, 1, [{ id: 'old', themes: [], members: members(cold) }]);
    expect(further.heldOutEach.every(({ warm }) => warm)).toBe(true);
  });

  it('depends on the seed and not on the order', () => {
    expect(splitBySeed(projects.toReversed(), 1)).toEqual(split);
    expect(splitBySeed(projects, 2).hidden).not.toEqual(split.hidden);
  });
});
