import { describe, expect, it } from '@jest/globals';
import { directory, organisation, project, read } from '../testing/small-world.js';

const asker = organisation('asker', { seeks: { 'work.youth.jobs': 3 } });
/** jobs 1^2 + youth .5^2 + work .2^2; without projects every theme is equally telling. */
const perfect = 1.29;

describe('themes', () => {
  it('is 1 for an offer at full strength, and breadth does no harm', () => {
    const data = directory([
      asker,
      organisation('exact', { offers: { 'work.youth.jobs': 3 } }),
      organisation('broad', { offers: { 'work.youth.jobs': 3, food: 3 } }),
    ]);
    expect(read(data, 'themes', 'exact').value).toBeCloseTo(1, 12);
    expect(read(data, 'themes', 'broad').value).toBeCloseTo(1, 12);
  });

  it('grows with the strength of the offer', () => {
    const data = directory([asker, organisation('weak', { offers: { 'work.youth.jobs': 1 } })]);
    expect(read(data, 'themes', 'weak').value).toBeCloseTo(1 / 3, 12);
  });

  it('credits a wider theme in part: youth .5 x 1 + work .2 x .5', () => {
    const data = directory([asker, organisation('wide', { offers: { 'work.youth': 3 } })]);
    const { value, evidence } = read(data, 'themes', 'wide');
    expect(value).toBeCloseTo(0.6 / perfect, 12);
    expect(evidence).toEqual([{ kind: 'theme', id: 'work.youth', role: 'offers-sought' }]);
  });

  it('asks for the themes of the call too, as sought with strength 2', () => {
    const data = directory([asker, organisation('cook', { offers: { food: 3 } })]);
    const { value, evidence } = read(data, 'themes', 'cook', { themes: ['food'] });
    expect(value).toBeCloseTo(2 / 3 / (perfect + 2 / 3), 12);
    expect(evidence).toEqual([{ kind: 'theme', id: 'food', role: 'call' }]);
  });

  it('leaves what past projects show to other signals', () => {
    const data = directory([asker, organisation('doer')], [project('past', ['doer'], { themes: ['work.youth.jobs'] })]);
    expect(read(data, 'themes', 'doer')).toEqual({ value: 0, evidence: [] });
    expect(read(data, 'subject', 'doer', { themes: ['work.youth.jobs'] }).value).toBe(1);
  });

  it('lets a rare theme weigh more: idf 1 + ln(2/1) for food, 1 + ln(2/2) for work', () => {
    const data = directory(
      [
        organisation('asker', { seeks: { food: 3, work: 3 } }),
        organisation('cook', { offers: { food: 3 } }),
      ],
      [project('past', ['asker'], { themes: ['work'] })],
    );
    const rare = (1 + Math.log(2)) ** 2;
    expect(read(data, 'themes', 'cook').value).toBeCloseTo(rare / (rare + 1), 12);
  });
});
