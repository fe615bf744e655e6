import { describe, expect, it } from '@jest/globals';
import { directory, organisation, part } from '../testing/small-world.js';

const data = directory([
  organisation('asker'),
  organisation('same-town', { nuts: 'BE251' }),
  organisation('same-province', { nuts: 'BE255' }),
  organisation('brighton', { country: 'GB', nuts: 'UKJ21' }),
  organisation('somewhere-british', { country: 'GB' }),
  organisation('athens', { country: 'GR' }),
]);

describe('geography', () => {
  it('gives .6 for another country, and nothing of it for the own one', () => {
    expect(part(data, 'geography', 'brighton')).toMatchObject({
      value: 0.6,
      evidence: [{ kind: 'place', role: 'adds-country', place: 'GB' }],
    });
    const roles = part(data, 'geography', 'same-town').evidence.map((each) => each.kind === 'place' && each.role);
    expect(roles).toEqual(['near']);
  });

  it('gives nothing for a country that does not count under the rules of the call', () => {
    const call = { countries: ['BE', 'GB'] };
    expect(part(data, 'geography', 'athens', call)).toMatchObject({ value: 0, evidence: [] });
    expect(part(data, 'geography', 'brighton', call).value).toBe(0.6);
  });

  it('adds .3 inside the area, half of it where the region is not known', () => {
    const call = { area: ['BE25', 'UKJ'] };
    expect(part(data, 'geography', 'brighton', call).value).toBeCloseTo(0.9, 12);
    expect(part(data, 'geography', 'somewhere-british', call).value).toBeCloseTo(0.75, 12);
    expect(part(data, 'geography', 'somewhere-british', call).evidence).toContainEqual({
      kind: 'place',
      role: 'perhaps-in-area',
      place: 'UK',
    });
    expect(part(data, 'geography', 'athens', call).value).toBe(0.6);
  });

  it('adds up to .1 for a near neighbour', () => {
    expect(part(data, 'geography', 'same-town').value).toBeCloseTo(0.1, 12);
    const { value, evidence } = part(data, 'geography', 'same-province');
    expect(value).toBeCloseTo(0.1 * (2 / 3), 12);
    expect(evidence).toEqual([{ kind: 'place', role: 'near', place: 'BE25' }]);
  });
});
