import { describe, expect, it } from '@jest/globals';
import { directory, organisation, project, read } from '../testing/small-world.js';

/** Two programmes of one border, one elsewhere; `gone` left the directory. */
const data = directory(
  [
    ...['asker', 'b', 'c', 'd', 'newcomer'].map((id) => organisation(id)),
    organisation('far', { country: 'GR', nuts: 'EL303' }),
    organisation('island', { country: 'GR', nuts: 'EL303' }),
  ],
  [
    project('pair', ['asker', 'b'], { programme: 'new', themes: ['food'], text: 'less food is wasted', start: '2018-01-01' }),
    project('trio', ['asker', 'c', 'd'], { programme: 'old', themes: ['work'], text: 'young people find work', call: 'before' }),
    project('again', ['b', 'c'], { programme: 'new', themes: ['food'], text: 'food for young people' }),
    project('away', ['far', 'island', 'gone'], { programme: 'greek', themes: ['food'], text: 'less food is wasted on islands' }),
  ],
);

describe('partners', () => {
  it('is the shrunk cosine of shared projects, relative to the strongest: b shares 1 of 2 and 2, d 1 of 2 and 1', () => {
    const [b, d] = [1 / (2 + 10), 1 / (Math.sqrt(2) + 10)];
    expect(read(data, 'partners', 'd').value).toBe(1);
    expect(read(data, 'partners', 'b').value).toBeCloseTo(b / d, 12);
    expect(read(data, 'partners', 'b').evidence).toEqual([{ kind: 'project', id: 'pair', with: ['asker'], year: 2018 }]);
  });

  it('adds up over the team', () => {
    const [viaAsker, viaB] = [1 / (2 + 10), 1 / (2 + 10)];
    const d = 1 / (Math.sqrt(2) + 10);
    expect(read(data, 'partners', 'd', { team: ['asker', 'b'] }).value).toBeCloseTo(d / (viaAsker + viaB), 12);
  });

  it('is nothing for a newcomer and for the team itself', () => {
    expect(read(data, 'partners', 'newcomer')).toEqual({ value: 0, evidence: [] });
    expect(read(data, 'partners', 'asker').value).toBe(0);
  });
});

describe('consortia', () => {
  it('prefers small ones: shares 1 / sqrt 2 and 1 / sqrt 3', () => {
    expect(read(data, 'consortia', 'b').value).toBe(1);
    expect(read(data, 'consortia', 'd').value).toBeCloseTo(Math.sqrt(2 / 3), 12);
  });

  it('and those on the themes of the call: .3 against 1.3', () => {
    expect(read(data, 'consortia', 'b', { themes: ['work'] }).value).toBeCloseTo((0.3 / 1.3) * Math.sqrt(3 / 2), 12);
  });

  it('squares the overlap: two members of the team in one say four times as much', () => {
    const { value, evidence } = read(data, 'consortia', 'd', { team: ['asker', 'c'] });
    expect(value).toBe(1);
    expect(evidence).toEqual([{ kind: 'project', id: 'trio', with: ['asker', 'c'] }]);
  });
});

describe('what past projects show', () => {
  it('subject: on the themes of the call, anywhere', () => {
    expect(read(data, 'subject', 'far', { themes: ['food'] }).value).toBe(0.5);
    expect(read(data, 'subject', 'b', { themes: ['food'] }).value).toBe(1);
  });

  it('experience: in its area alone', () => {
    expect(read(data, 'experience', 'far', { themes: ['food'], programme: 'new' }).value).toBe(0);
  });

  it('programme: also in one of another name on the same border, and double in the call before', () => {
    const d = read(data, 'programme', 'd', { programme: 'new' });
    expect(d.value).toBeGreaterThan(0.4);
    expect(d.evidence).toEqual([{ kind: 'project', id: 'trio', with: [] }]);
    expect(read(data, 'programme', 'd', { programme: 'new', predecessor: 'before' }).value).toBeGreaterThan(d.value);
    expect(read(data, 'programme', 'far', { programme: 'new' }).value).toBe(0);
  });

  it('activity: how many', () => {
    expect(read(data, 'activity', 'd').value).toBe(0.5);
    expect(read(data, 'activity', 'newcomer').value).toBe(0);
  });

  it('similar and wording: alike in words, and in runs of characters', () => {
    const call = { text: 'wasted food', team: [] };
    expect(read(data, 'similar', 'far', call).value).toBeGreaterThan(read(data, 'similar', 'd', call).value);
    expect(read(data, 'wording', 'b', call).value).toBeGreaterThan(read(data, 'wording', 'd', call).value);
    expect(read(data, 'similar', 'far', { team: [] })).toEqual({ value: 0, evidence: [] });
  });

  it('walk and kin: reach the partners of partners, of the team and of those in projects like the call', () => {
    const chain = directory(['asker', 'x', 'y', 'z'].map((id) => organisation(id)), [
      project('one', ['asker', 'x'], { text: 'bread and butter' }),
      project('two', ['x', 'y'], { text: 'bread and butter' }),
    ]);
    expect(read(chain, 'walk', 'y').value).toBeGreaterThan(0);
    expect(read(chain, 'walk', 'z').value).toBe(0);
    expect(read(chain, 'walk', 'y', { team: [], text: 'bread' })).toEqual({ value: 0, evidence: [] });
    expect(read(chain, 'kin', 'y', { team: [], text: 'bread' }).value).toBeGreaterThan(0);
  });

  it('close: says more where few were together, and links: with how many of the team', () => {
    const crowd = ['b', 'c', 'd', 'e', 'f'];
    const data = directory(['asker', 'other', 'a', ...crowd].map((id) => organisation(id)), [
      project('two', ['asker', 'a']),
      project('many', ['asker', ...crowd]),
      project('again', ['other', 'a']),
    ]);
    expect(read(data, 'close', 'a').value).toBe(1);
    expect(read(data, 'close', 'b').value).toBeLessThan(0.3);
    const team = ['asker', 'other'];
    expect([read(data, 'links', 'a', { team }).value, read(data, 'links', 'b', { team }).value]).toEqual([1, 0.5]);
  });

  it('focus: does little else', () => {
    const data = directory(['asker', 'cook', 'jack'].map((id) => organisation(id)), [
      project('food', ['cook', 'jack'], { themes: ['food'] }),
      ...['one', 'two', 'three'].map((id) => project(id, ['jack'], { themes: ['work'] })),
    ]);
    const call = { themes: ['food'] };
    expect(read(data, 'focus', 'cook', call).value).toBe(1);
    expect(read(data, 'focus', 'jack', call).value).toBeCloseTo(3 / 6, 12);
  });
});
