import { describe, expect, it } from '@jest/globals';
import { directory, organisation, project, read } from '../testing/small-world.js';

const data = directory(
  [
    organisation('asker'),
    organisation('same-town', { nuts: 'BE251' }),
    organisation('same-province', { nuts: 'BE255' }),
    organisation('brighton', { country: 'GB', nuts: 'UKJ21' }),
    organisation('hove', { country: 'GB', nuts: 'UKJ21' }),
    organisation('somewhere-british', { country: 'GB' }),
    organisation('athens', { country: 'GR' }),
  ],
  [project('past', ['asker', 'brighton'], { programme: '2seas' })],
);

describe('addition', () => {
  const countries = ['BE', 'GB'];

  it('is 1 for a country that counts and that nobody of the team is from', () => {
    const adds = { value: 1, evidence: [{ kind: 'place', role: 'adds-country', place: 'GB', count: 2 }] };
    expect(read(data, 'addition', 'brighton', { countries })).toEqual(adds);
    expect(read(data, 'addition', 'brighton', { countries, countriesWanted: 3 }).evidence).toMatchObject([{ count: 2, of: 3 }]);
    expect(read(data, 'addition', 'same-town', { countries })).toEqual({ value: 0, evidence: [] });
    expect(read(data, 'addition', 'hove', { countries, team: ['asker', 'brighton'] }).value).toBe(0);
  });

  it('is 0 for one that does not count, and where the call counts none', () => {
    expect(read(data, 'addition', 'athens', { countries }).value).toBe(0);
    expect(read(data, 'addition', 'athens').value).toBe(0);
  });
});

describe('balance', () => {
  it('is the share of the team that is from elsewhere', () => {
    const team = ['asker', 'same-town', 'brighton'];
    expect(read(data, 'balance', 'same-province', { team }).value).toBeCloseTo(1 / 3, 12);
    expect(read(data, 'balance', 'hove', { team }).value).toBeCloseTo(2 / 3, 12);
    expect(read(data, 'balance', 'athens', { team }).value).toBe(1);
  });
});

describe('near', () => {
  it('is the depth of the region shared with a member', () => {
    expect(read(data, 'near', 'same-town')).toEqual({ value: 1, evidence: [{ kind: 'place', role: 'near', place: 'BE251' }] });
    expect(read(data, 'near', 'same-province').value).toBeCloseTo(2 / 3, 12);
    expect(read(data, 'near', 'somewhere-british', { team: ['brighton'] })).toEqual({ value: 0, evidence: [] });
  });
});

describe('area', () => {
  it('is 1 inside, half where the region is not known, else 0', () => {
    const area = ['BE25', 'UKJ'];
    expect(read(data, 'area', 'brighton', { area }).value).toBe(1);
    expect(read(data, 'area', 'somewhere-british', { area })).toEqual({
      value: 0.5,
      evidence: [{ kind: 'place', role: 'perhaps-in-area', place: 'UK' }],
    });
    expect(read(data, 'area', 'athens', { area }).value).toBe(0);
    expect(read(data, 'area', 'brighton').value).toBe(0);
  });
});

describe('where participants come from', () => {
  const call = { programme: '2seas', team: [] };

  it('country: half of the participations each, none from Greece', () => {
    expect(read(data, 'country', 'hove', call)).toEqual({
      value: 1,
      evidence: [{ kind: 'place', role: 'active', place: 'UK' }],
    });
    expect(read(data, 'country', 'athens', call).value).toBe(0);
  });

  it('density: per organisation, so that equal numbers say less in a large country', () => {
    const larger = directory([...data.organisations, organisation('ghent', { nuts: 'BE234' })], [...data.projects]);
    expect(read(larger, 'density', 'ghent', call).value).toBeCloseTo((3 + 5) / (4 + 5), 12);
  });

  it('region: the mean of all where it is not known', () => {
    const known = ['same-town', 'same-province', 'bruges', 'brighton', 'hove'].filter((id) => data.organisations.some((each) => each.id === id));
    const values = known.map((id) => read(data, 'region', id, call).value);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const { value } = read(data, 'region', 'somewhere-british', call);
    expect(value).toBeGreaterThan(least);
    expect(value).toBeLessThan(most);
  });

  it('pairs: regions that worked with a region of the team, whoever it was', () => {
    const team = ['same-town'];
    expect(read(data, 'pairs', 'hove', { team }).value).toBe(1);
    expect(read(data, 'pairs', 'same-province', { team }).value).toBeLessThan(1);
  });
});
