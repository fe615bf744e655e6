import { describe, expect, it } from '@jest/globals';
import { buildIndex, explain, MODEL_VERSION, rank } from './index.js';
import { directory, organisation, project, themes } from './testing/small-world.js';

const data = directory(
  [
    organisation('bruges', { offers: { food: 2 }, seeks: { 'food.surplus': 3, work: 1 } }),
    organisation('mechelen', { nuts: 'BE212', offers: { 'food.surplus': 3 } }),
    organisation('brighton', { country: 'GB', nuts: 'UKJ21', offers: { food: 3 }, seeks: { food: 1 } }),
    organisation('lille', { country: 'FR', nuts: 'FRE11', offers: { 'work.youth': 2 } }),
    organisation('athens', { country: 'GR' }),
    organisation('crete', { country: 'GR' }),
  ],
  [
    project('one', ['bruges', 'brighton', 'lille'], { themes: ['food'], programme: '2seas', start: '2016-05-01' }),
    project('two', ['brighton', 'athens'], { themes: ['work.youth.jobs'], call: 'before' }),
  ],
);
const call = {
  id: 'call',
  themes: ['food.surplus'],
  programme: '2seas',
  predecessor: 'before',
  area: ['BE25', 'UKJ', 'FRE1'],
};
const question = { call, team: ['bruges'] };
const index = buildIndex(data);

describe('the model', () => {
  it('gives these numbers in this version: when they change, so must the version', () => {
    const numbers = rank(index, question, { k: 9 }).map(({ organisation: id }) => {
      const { score, parts } = explain(index, question, id);
      const told = parts.filter(({ value }) => value > 0).map(({ signal, contribution }) => `${signal} ${contribution.toFixed(6)}`);
      return [id, score.toFixed(6), ...told].join(' ');
    });
    expect(MODEL_VERSION).toBe('2');
    expect(numbers).toEqual([
      'brighton 0.568451 themes 0.019106 reciprocity 0.017915 partners 0.054612 programme 0.047761 experience 0.005518 subject 0.010892 activity 0.099427 country 0.082694 density 0.084486 region 0.019205 pairs 0.065210 addition 0.012899 balance 0.012899 area 0.035829',
      'lille 0.505709 themes 0.004246 partners 0.055822 programme 0.034883 experience 0.005518 subject 0.010892 activity 0.081127 country 0.082694 density 0.084486 region 0.019205 pairs 0.065210 addition 0.012899 balance 0.012899 area 0.035829',
      'mechelen 0.278491 themes 0.094751 country 0.082694 density 0.080502 region 0.015192 near 0.005351',
      'athens 0.227679 programme 0.042954 activity 0.081127 region 0.018367 pairs 0.059434 addition 0.012899 balance 0.012899',
      'crete 0.103598 region 0.018367 pairs 0.059434 addition 0.012899 balance 0.012899',
    ]);
  });
});

describe('a question', () => {
  it('refuses who and what it does not know', () => {
    expect(() => rank(index, { ...question, team: ['nobody'] }, { k: 1 })).toThrow(RangeError);
    expect(() => explain(index, question, 'nobody')).toThrow('Organisation nobody is not in the directory.');
    expect(() => explain(index, question, 'bruges')).toThrow('Organisation bruges is in the team itself.');
    expect(() => rank(index, { ...question, call: { ...call, themes: ['x'] } }, { k: 1 })).toThrow(RangeError);
  });

  it('works on an empty history and on a directory of one', () => {
    const alone = buildIndex({ themes, organisations: [organisation('bruges')], projects: [] });
    expect(rank(alone, question, { k: 5 })).toEqual([]);
  });

  it('takes a directory of real size', () => {
    const crowd = Array.from({ length: 2000 }, (_, i) =>
      organisation(`org-${i}`, { country: ['BE', 'FR', 'GB'][i % 3]!, offers: { [themes[i % 5]!.id]: 1 + (i % 3) } }),
    );
    const projects = Array.from({ length: 3000 }, (_, i) =>
      project(`project-${i}`, [0, 7, 31, 211, 977].map((step) => `org-${(i * 13 + i * step + step) % 2000}`), {
        themes: [themes[i % 5]!.id],
      }),
    );
    const large = buildIndex(directory(crowd, projects));
    const asked = { call, team: ['org-5'] };
    const ranked = rank(large, asked, { k: 50 });
    expect(ranked).toHaveLength(50);
    for (const { organisation: id, score } of ranked) expect(explain(large, asked, id).score).toBe(score);
  });
});
