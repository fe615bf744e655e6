import { describe, expect, it } from '@jest/globals';
import { buildTextIndex, cosines } from './text-index.js';
import { gramsOf, wordsOf } from './tokens.js';

describe('tokens', () => {
  it('are words in lower case without accents', () => {
    expect(wordsOf("L'Économie circulaire à Gand, 2021!")).toEqual(['economie', 'circulaire', 'gand', '2021']);
    expect(wordsOf('Заетост')).toEqual(['заетост']);
  });

  it('or runs of four characters, across words', () => {
    expect(gramsOf('Good bread')).toEqual([' goo', 'good', 'ood ', 'od b', 'd br', ' bre', 'brea', 'read', 'ead ']);
    expect(gramsOf('')).toEqual([]);
  });
});

describe('cosines', () => {
  const index = buildTextIndex(['good bread', 'bread and bread', 'good food', ''], wordsOf);

  it('are 1 for the same words, 0 without a shared one, and the scale of idf between', () => {
    const [same, half, other, empty] = cosines(index, wordsOf('Bread, good bread: good'), 4);
    expect(same).toBeCloseTo(1, 12);
    expect(half).toBeCloseTo(1 / Math.sqrt(2), 12);
    expect(other).toBeCloseTo(1 / Math.sqrt(2), 12);
    expect(empty).toBe(0);
  });

  it('of words that are in no document, or in one alone, are 0', () => {
    expect([...cosines(index, wordsOf('nothing but food'), 4)]).toEqual([0, 0, 0, 0]);
  });
});
