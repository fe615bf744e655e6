import { describe, expect, it } from '@jest/globals';
import { firstDay, lastDay } from './partial-date.js';

describe('firstDay and lastDay', () => {
  it.each([
    ['2017', '2017-01-01', '2017-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-05-14', '2021-05-14', '2021-05-14'],
    ['2021-02-29', undefined, undefined],
    ['2021-11-31', undefined, undefined],
    ['2021-13', undefined, undefined],
    ['0999', undefined, undefined],
    ['14-05-2021', undefined, undefined],
    ['May 2021', undefined, undefined],
  ])('%s is from %s to %s', (text, first, last) => {
    expect([firstDay(text), lastDay(text)]).toEqual([first, last]);
  });
});
