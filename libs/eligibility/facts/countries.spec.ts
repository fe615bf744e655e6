import { describe, expect, it } from '@jest/globals';
import { countryIn, type CountrySets } from './countries.js';

const SETS: CountrySets = {
  EU: [
    { to: '2020-01-31', countries: ['BE', 'UK'] },
    { from: '2020-02-01', countries: ['BE'] },
  ],
};
const at = (earliest: string, latest = earliest) => ({ earliest, latest, name: 'milestone:SUBMISSION' });

describe('countryIn', () => {
  it('asks a set as it was then', () => {
    expect(countryIn('GB', ['EU'], SETS, at('2020-01-31')).holds).toBe(true);
    expect(countryIn('GB', ['EU'], SETS, at('2020-02-01')).holds).toBe(false);
    expect(countryIn('BE', ['EU'], SETS, at('2020-02-01')).holds).toBe(true);
  });

  it('is open where the day is not known well enough', () => {
    expect(countryIn('UK', ['EU'], SETS, at('2020-01-01', '2020-06-30'))).toEqual({
      holds: undefined,
      missing: ['milestone:SUBMISSION'],
    });
    expect(countryIn('BE', ['EU'], SETS, at('2020-01-01', '2020-06-30')).holds).toBe(true);
    expect(countryIn('CH', ['EU'], SETS).holds).toBe(false);
    expect(countryIn('UK', ['EU'], SETS).holds).toBeUndefined();
  });

  it('takes EL and UK for GR and GB', () => {
    expect(countryIn('EL', ['GR'], {}).holds).toBe(true);
    expect(countryIn('gb', ['UK'], {}).holds).toBe(true);
  });
});
