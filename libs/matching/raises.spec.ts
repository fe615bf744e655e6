import { describe, expect, it } from '@jest/globals';
import { buildIndex } from './match-index.js';
import { rank } from './match.js';
import { prospectsOf } from './raises.js';
import { directory, organisation } from './testing/small-world.js';

const crowd = Array.from({ length: 9 }, (_, i) => organisation(`org-${i}`, { offers: { 'food.surplus': 1 + (i % 3), work: 1 } }));
const data = directory([
  organisation('asker', { offers: { 'work.youth': 3 }, seeks: { 'food.surplus': 3, 'work.youth.jobs': 1 } }),
  organisation('weak', { offers: { food: 1 }, seeks: { food: 1 } }),
  ...crowd,
]);
const question = { call: { id: 'call', themes: ['food'] }, team: ['asker'] };
const index = buildIndex(data);

describe('what would raise a candidate', () => {
  const { rank: now, raises } = prospectsOf(index, question, 'weak');

  it('is told with the place that it has and the place that it would have', () => {
    const ranked = rank(index, question, 99).map(({ organisation: id }) => id);
    expect(now).toBe(ranked.indexOf('weak') + 1);
    expect(raises.map(({ theme, direction }) => `${direction} ${theme}`)).toContain('OFFERS food.surplus');
    expect(raises.map(({ theme, direction }) => `${direction} ${theme}`)).toContain('SEEKS work.youth');
    expect(raises.every((raise) => raise.rank < now!)).toBe(true);
  });

  it('comes true when the profile is changed so', () => {
    for (const { theme, direction, rank: promised } of raises) {
      const organisations = data.organisations.map((each) => {
        if (each.id !== 'weak') return each;
        const key = direction === 'OFFERS' ? 'offers' : 'seeks';
        return { ...each, [key]: [...each[key].filter((weight) => weight.theme !== theme), { theme, strength: 3 }] };
      });
      const ranked = rank(buildIndex({ ...data, organisations }), question, 99).map(({ organisation: id }) => id);
      expect(ranked.indexOf('weak') + 1).toBe(promised);
    }
  });

  it('is nothing for whoever the conditions leave out', () => {
    expect(prospectsOf(index, question, 'weak', { classOf: (id) => (id === 'weak' ? undefined : 0) })).toEqual({ raises: [] });
    expect(() => prospectsOf(index, question, 'nobody')).toThrow(RangeError);
  });
});
