import { describe, expect, it } from '@jest/globals';
import { liesIn, newestNuts } from './nuts.js';

describe('newestNuts', () => {
  it.each([
    ['FR302', 'FRE12'], ['FR221', 'FRE21'], ['FR241', 'FRB01'], ['FRE12', 'FRE12'],
    ['EL11', 'EL51'], ['GR300', 'EL300'], ['GBJ4', 'UKJ4'], ['ITD20', 'ITH20'], ['NL332', 'NL362'], ['be25', 'BE25'],
  ])('%s is now %s', (old, now) => {
    expect(newestNuts(old)).toBe(now);
  });
});

describe('liesIn', () => {
  it('is open for a region that is wider than the area', () => {
    expect(liesIn('BE251', ['BE25'])).toBe(true);
    expect(liesIn('BE2', ['BE25'])).toBeUndefined();
    expect(liesIn('BE1', ['BE25'])).toBe(false);
  });
});
