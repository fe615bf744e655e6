import { describe, expect, it } from '@jest/globals';
import type { Project } from '../directory-data.js';
import { queriesFor, sampleOf } from './query.js';

const project = (id: string, roles: Record<string, string>): Project => ({
  id,
  themes: ['food'],
  programme: 'p',
  title: 'Good bread',
  text: 'for all',
  objective: 'TO9',
  specificObjective: 'Less waste',
  members: Object.entries(roles).map(([organisation, role]) => ({ organisation, role })),
});
const bread = project('bread', { z: 'participant', y: 'coordinator', x: 'coordinator' });
const cheese = project('cheese', { b: 'participant', a: 'participant' });
const isWarm = (id: string) => id !== 'x';

describe('queries', () => {
  it('of drafts hide one member at a time and know all others', () => {
    const queries = queriesFor('draft', [cheese, bread], [{ project: 'bread', organisation: 'z' }, { project: 'bread', organisation: 'x' }], isWarm);
    expect(queries.map(({ team, wanted }) => [team, wanted])).toEqual([
      [['y', 'z'], [{ organisation: 'x', warm: false }]],
      [['x', 'y'], [{ organisation: 'z', warm: true }]],
    ]);
    expect(queries[0]!.call).toEqual({
      id: 'bread',
      themes: ['food'],
      programme: 'p',
      objective: 'TO9',
      specificObjective: 'Less waste',
      text: 'Good bread\nfor all',
    });
  });

  it('of leads know the first coordinator listed, or else the first member by id', () => {
    const queries = queriesFor('lead', [cheese, bread], [], isWarm);
    expect(queries.map(({ team, wanted }) => [team, wanted.map(({ organisation }) => organisation)])).toEqual([
      [['y'], ['x', 'z']],
      [['a'], ['b']],
    ]);
  });

  it('of calls know no member and no word of the idea', () => {
    const [query] = queriesFor('call', [bread], [], isWarm);
    expect(query).toMatchObject({ team: [], call: { objective: 'TO9', specificObjective: 'Less waste', themes: ['food'] } });
    expect(query!.call.text).toBeUndefined();
    expect(query!.wanted).toHaveLength(3);
  });

  it('take the word of the file on who is warm', () => {
    const [query] = queriesFor('draft', [bread], [{ project: 'bread', organisation: 'x', warm: true }], isWarm);
    expect(query!.wanted).toEqual([{ organisation: 'x', warm: true }]);
  });

  it('are sampled by the seed, in their order', () => {
    const all = queriesFor('call', Array.from({ length: 40 }, (_, i) => project(`p${i}`, { a: 'participant' })), [], isWarm);
    const sample = sampleOf(all, 10, 1);
    expect(sample).toHaveLength(10);
    expect(sample).toEqual(all.filter((query) => sample.includes(query)));
    expect(sampleOf(all.toReversed(), 10, 1).toReversed()).toEqual(sample);
    expect(sampleOf(all, 10, 2)).not.toEqual(sample);
    expect(sampleOf(all, 99, 1)).toEqual(all);
  });
});
