import { describe, expect, it } from '@jest/globals';
import { InvalidInput } from '#libs/platform';
import { wordsOf } from './text-search.js';

describe('the words of a search', () => {
  it('are separated by any white space', () => {
    expect(wordsOf('  stad\tGent\n voedsel ')).toEqual(['stad', 'Gent', 'voedsel']);
    expect(wordsOf(' ')).toEqual([]);
  });

  it('are composed, however they were typed', () => {
    expect(wordsOf('Zee\u0308n')).toEqual(['Zeën']);
  });

  it.each([
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud800'],
    ['more than 200 characters', 'a'.repeat(201)],
  ])('are refused with %s, naming the argument', (_, search) => {
    expect(() => wordsOf(search)).toThrow(InvalidInput);
    expect(() => wordsOf(search, 'programme')).toThrow(expect.objectContaining({ field: 'programme' }));
  });
});
