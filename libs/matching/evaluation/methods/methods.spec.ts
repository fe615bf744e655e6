import { describe, expect, it } from '@jest/globals';
import { viewCall } from '../../call-view.js';
import { buildIndex } from '../../match-index.js';
import { directory, organisation, project } from '../../testing/small-world.js';
import { BUDGET } from '../method.js';
import { METHODS } from './index.js';

/** A, B and C form consortia on work in p; X, Y and Z on food in q. `new` has no past. */
const data = directory(
  [
    ...['a', 'b', 'c'].map((id) => organisation(id)),
    ...['x', 'y', 'z'].map((id) => organisation(id, { country: 'FR', nuts: 'FRE11' })),
    organisation('new', { country: 'GR' }),
  ],
  [
    project('one', ['a', 'b'], { themes: ['work'], programme: 'p', text: 'young people find jobs' }),
    project('two', ['a', 'b', 'c'], { themes: ['work'], programme: 'p', text: 'jobs for young women' }),
    project('three', ['x', 'y'], { themes: ['food'], programme: 'q', text: 'less food is thrown away' }),
    project('four', ['x', 'y', 'z'], { themes: ['food'], programme: 'q', text: 'good food for all' }),
    project('five', ['c', 'z', 'x'], { themes: ['food'], programme: 'q', text: 'people and food' }),
  ],
);
const index = buildIndex(data);
const call = { id: 'call', themes: ['work'], programme: 'p', text: 'jobs for young people' };

function scores(name: string, team: string[]): Map<string, number> {
  const method = METHODS[name]!;
  const scored = method.prepare(index, method.settings[0])({
    view: viewCall(index, call),
    team: team.map((id) => index.position.get(id)!),
  });
  return new Map(index.organisations.map((id, i) => [id, scored[i]!]));
}

const names = Object.keys(METHODS);
const knowing = names.filter((name) => !['random', 'popularity'].includes(name));

describe('every method', () => {
  it.each(names)('%s scores every organisation with a number, with a team and without', (name) => {
    for (const team of [['a'], ['a', 'c'], ['new'], []]) {
      const scored = scores(name, team);
      expect([...scored.values()].every(Number.isFinite)).toBe(true);
      expect(scored.size).toBe(7);
    }
  });

  it.each(knowing)('%s finds the past partner in the field and place of the call', (name) => {
    const scored = scores(name, ['a']);
    expect(scored.get('b')).toBeGreaterThan(scored.get('y')!);
  });

  it.each(names)('%s has a first setting, and no more than the budget', (name) => {
    const { length } = METHODS[name]!.settings;
    expect(length >= 1 && length <= BUDGET).toBe(true);
  });
});

describe('single methods', () => {
  it('popularity counts past projects', () => {
    expect(Object.fromEntries(scores('popularity', []))).toEqual({ a: 2, b: 2, c: 2, x: 3, y: 2, z: 2, new: 0 });
  });

  it('item-knn shrinks the cosine of shared projects: 2 / (sqrt(2 * 2) + 10)', () => {
    expect(scores('item-knn', ['a']).get('b')).toBeCloseTo(2 / 12, 12);
    expect(scores('item-knn', ['a']).get('y')).toBe(0);
  });

  it('overlap is 1/2 shared in projects of sizes 2 and 3 on the very theme', () => {
    const expected = (0.25 * 1.3) / Math.sqrt(2) + (0.25 * 1.3) / Math.sqrt(3);
    expect(scores('overlap', ['a']).get('b')).toBeCloseTo(expected * 2, 12);
  });

  it('ease inverts exactly: P (X\'X + 20 I) = I, so that B has a diagonal of 0', () => {
    expect(scores('ease', ['a']).get('a')).toBe(0);
    expect(scores('ease', ['a']).get('b')).toBeGreaterThan(scores('ease', ['a']).get('c')!);
  });
});
