import { describe, expect, it } from '@jest/globals';
import { directory, organisation, part, project } from '../testing/small-world.js';

/**
 * pair {asker, b}, trio {asker, c, d}, next {d, e}; no themes, so worth = .3 / sqrt(size).
 * vouch: asker 1/sqrt 2, b and c .1/sqrt 2, d .1/2, e 0.
 */
const data = directory(
  ['asker', 'b', 'c', 'd', 'e', 'newcomer'].map((id) => organisation(id)),
  [
    project('pair', ['asker', 'b'], { start: '2018-01-01' }),
    project('trio', ['asker', 'c', 'd'], { programme: 'p' }),
    project('next', ['d', 'e'], { programme: 'p', call: 'earlier' }),
  ],
);
/** (1/sqrt 2)^2 x .3 / sqrt 2: the strongest tie. */
const rawOfB = (0.5 * 0.3) / Math.sqrt(2);

describe('consortia', () => {
  it('gives the strongest tie the whole of the tie half', () => {
    const { value, evidence } = part(data, 'consortia', 'b');
    expect(value).toBeCloseTo(0.75, 12);
    expect(evidence).toEqual([{ kind: 'project', id: 'pair', with: ['asker'], year: 2018 }]);
  });

  it('lets former partners add their voice, the candidate never its own', () => {
    const rawOfC = ((1 / Math.sqrt(2) + 0.05) ** 2 * 0.3) / Math.sqrt(3);
    const { value, evidence } = part(data, 'consortia', 'c');
    expect(value).toBeCloseTo(0.75 * Math.sqrt(rawOfC / rawOfB), 12);
    expect(evidence).toEqual([{ kind: 'project', id: 'trio', with: ['asker', 'd'] }]);
  });

  it("reaches the partners of the asker's partners: sqrt(.05^2 / .5) of the strongest tie", () => {
    const { value, evidence } = part(data, 'consortia', 'e');
    expect(value).toBeCloseTo(0.75 * Math.sqrt(0.005), 12);
    expect(evidence).toEqual([{ kind: 'project', id: 'next', with: ['d'] }]);
  });

  it('prefers past consortia on the themes of the call', () => {
    const themed = directory(
      ['asker', 'x', 'y'].map((id) => organisation(id)),
      [project('off', ['asker', 'x'], { themes: ['work'] }), project('on', ['asker', 'y'], { themes: ['food'] })],
    );
    expect(part(themed, 'consortia', 'y', { themes: ['food'] }).value).toBeCloseTo(0.75, 12);
    expect(part(themed, 'consortia', 'x', { themes: ['food'] }).value).toBeCloseTo(0.75 * Math.sqrt(0.3 / 1.3), 12);
  });

  it('adds a quarter for the predecessor call, half of that for the programme', () => {
    const tie = 0.75 * Math.sqrt(0.005);
    expect(part(data, 'consortia', 'e', { programme: 'p' }).value).toBeCloseTo(tie + 0.125, 12);
    expect(part(data, 'consortia', 'e', { programme: 'p', predecessor: 'earlier' }).value).toBeCloseTo(tie + 0.25, 12);
  });

  it('is nothing for a newcomer, and for everybody when the asker is one', () => {
    expect(part(data, 'consortia', 'newcomer')).toMatchObject({ value: 0, evidence: [] });
    const fresh = directory([organisation('asker'), organisation('b'), organisation('c')], [project('past', ['b', 'c'])]);
    expect(part(fresh, 'consortia', 'b').value).toBe(0);
  });

  it('counts a member that left the directory in the size alone', () => {
    const left = directory(
      ['asker', 'b', 'c'].map((id) => organisation(id)),
      [project('small', ['asker', 'b']), project('large', ['asker', 'c', 'gone', 'lost', 'away', 'far', 'off', 'out'])],
    );
    expect(part(left, 'consortia', 'c').value).toBeCloseTo(0.75 * Math.sqrt(Math.sqrt(2 / 8)), 12);
  });
});
