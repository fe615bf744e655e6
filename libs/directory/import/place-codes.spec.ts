import { describe, expect, it } from '@jest/globals';
import { countryCode, nutsLiesIn } from './country.js';
import { nutsVersion } from './nuts.js';

describe('countryCode', () => {
  it.each([['NL', 'NL'], ['EL', 'GR'], ['UK', 'GB'], ['XK', 'XK'], ['XX', undefined], ['nl', undefined], ['', undefined]])(
    '%s is %s',
    (text, code) => {
      expect(countryCode(text)).toBe(code);
    },
  );
});

describe('nutsLiesIn', () => {
  it.each([
    ['EL303', 'GR', true],
    ['UKJ21', 'GB', true],
    ['FRY10', 'GP', true],
    ['EE007', 'RU', false],
  ])('%s in %s: %s', (nuts, country, lies) => {
    expect(nutsLiesIn(nuts, country)).toBe(lies);
  });
});

describe('nutsVersion', () => {
  it.each([['FR302', 2013], ['FRE12', 2016], ['UKJ21', 2021], ['NL132', null]])('%s is of %s', (code, version) => {
    expect(nutsVersion(code)).toBe(version);
  });
});
