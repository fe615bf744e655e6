import { describe, expect, it } from '@jest/globals';
import { featuresIn, partsOf } from './features.js';

const lexicon = new Set(['jugend', 'arbeit', 'energie', 'armut', 'armoede', 'wohnung', 'markt']);

describe('partsOf', () => {
  it.each([
    ['jugendarbeit', ['jugend', 'arbeit']],
    ['wohnungsmarkt', ['wohnung', 'markt']],
    ['energiearmoede', ['energie', 'armoede']],
    ['arbeit', []],
    ['jugendlich', []],
    ['eiarmut', []],
  ])('%s: %j', (word, parts) => {
    expect(partsOf(word, lexicon)).toEqual(parts);
  });
});

describe('featuresIn', () => {
  it('are the words of three letters or more and their runs of four characters', () => {
    expect(featuresIn('en', lexicon)('A good sea')).toEqual([' good ', ' goo', 'good', 'ood ', ' sea ', ' sea', 'sea ']);
  });

  it('and the parts of compounds, in Dutch and German alone', () => {
    expect(featuresIn('de', lexicon)('Energiearmut')).toEqual(expect.arrayContaining([' energie ', ' armut ']));
    expect(featuresIn('fr', lexicon)('Energiearmut')).not.toContain(' armut ');
  });
});
