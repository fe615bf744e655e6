import { describe, expect, it } from '@jest/globals';
import { directory, organisation, part, project } from '../testing/small-world.js';

const onFood = (count: number, member: string) =>
  Array.from({ length: count }, (_, i) => project(`food-${i}`, [member], { themes: ['food'] }));

describe('experience', () => {
  it('counts projects on the themes of the call, flattening: ln(1 + n) / ln 11', () => {
    const data = directory([organisation('asker'), organisation('cook')], onFood(3, 'cook'));
    const { value, evidence } = part(data, 'experience', 'cook', { themes: ['food'] });
    expect(value).toBeCloseTo(Math.log(4) / Math.log(11), 12);
    expect(evidence.map((each) => each.kind === 'project' && each.id)).toEqual(['food-0', 'food-1', 'food-2']);
  });

  it('is full at ten and stays there', () => {
    const data = directory([organisation('asker'), organisation('cook')], onFood(12, 'cook'));
    expect(part(data, 'experience', 'cook', { themes: ['food'] }).value).toBe(1);
  });

  it('counts a project half when only the programme, or only a narrower theme, agrees', () => {
    const data = directory(
      [organisation('asker'), organisation('regular'), organisation('saver'), organisation('other')],
      [
        project('programme', ['regular'], { themes: ['work'], programme: 'p' }),
        project('narrow', ['saver'], { themes: ['food.surplus'] }),
        project('elsewhere', ['other'], { themes: ['work'] }),
      ],
    );
    const call = { themes: ['food'], programme: 'p' };
    expect(part(data, 'experience', 'regular', call).value).toBeCloseTo(Math.log(1.5) / Math.log(11), 12);
    expect(part(data, 'experience', 'saver', call).value).toBeCloseTo(Math.log(1.5) / Math.log(11), 12);
    expect(part(data, 'experience', 'other', call)).toMatchObject({ value: 0, evidence: [] });
  });
});
