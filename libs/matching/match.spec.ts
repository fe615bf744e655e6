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
    const numbers = rank(index, question, 9).map(({ organisation: id }) => {
      const { score, parts } = explain(index, question, id);
      const told = parts.filter(({ value }) => value > 0).map(({ signal, contribution }) => `${signal} ${contribution.toFixed(6)}`);
      return [id, score.toFixed(6), ...told].join(' ');
    });
    expect(MODEL_VERSION).toBe('3');
    expect(numbers).toEqual([
      'brighton 0.432035 themes 0.026566 reciprocity 0.034873 consortia 0.004434 partners 0.017925 close 0.016917 links 0.005007 programme 0.020824 subject 0.003811 focus 0.001849 activity 0.068874 country 0.043192 density 0.021397 region 0.025482 pairs 0.061276 countries 0.026852 balance 0.026603 area 0.024909 type 0.001245',
      'lille 0.368829 themes 0.005903 reciprocity 0.014945 consortia 0.004434 partners 0.018333 close 0.018059 links 0.005007 programme 0.014085 subject 0.003811 focus 0.002441 activity 0.050853 country 0.043192 density 0.021397 region 0.025482 pairs 0.061276 countries 0.026852 balance 0.026603 area 0.024909 type 0.001245',
      'mechelen 0.240599 themes 0.131744 reciprocity 0.014945 country 0.043192 density 0.020450 region 0.017447 near 0.011575 type 0.001245',
      'athens 0.183078 reciprocity 0.014945 programme 0.018119 activity 0.050853 region 0.024075 pairs 0.047238 balance 0.026603 type 0.001245',
      'crete 0.114106 reciprocity 0.014945 region 0.024075 pairs 0.047238 balance 0.026603 type 0.001245',
    ]);
  });
});

describe('a question', () => {
  it('refuses who and what it does not know', () => {
    expect(() => rank(index, { ...question, team: ['nobody'] }, 1)).toThrow(RangeError);
    expect(() => explain(index, question, 'nobody')).toThrow('Organisation nobody is not in the directory.');
    expect(() => explain(index, question, 'bruges')).toThrow('Organisation bruges is in the team itself.');
    expect(() => rank(index, { ...question, call: { ...call, themes: ['x'] } }, 1)).toThrow(RangeError);
  });

  it('works on an empty history and on a directory of one', () => {
    const alone = buildIndex({ themes, organisations: [organisation('bruges')], projects: [] });
    expect(rank(alone, question, 5)).toEqual([]);
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
    const ranked = rank(large, asked, 50);
    expect(ranked).toHaveLength(50);
    for (const { organisation: id, score } of ranked) expect(explain(large, asked, id).score).toBe(score);
  });
});
