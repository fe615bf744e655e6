import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareIn } from './anchor-index.js';
import { ANCHORS, LANGUAGES } from './anchors/index.js';
import { inCommon, likeness, meaningOf, themesOf, TOPICS } from './index.js';
import { topicsOf } from './meaning.js';

const words = fc
  .array(fc.constantFrom('jeugd', 'chômeurs', 'energy', 'Wohnung', 'zorg', 'rivière', 'the', 'x', '42'), { maxLength: 40 })
  .map((drawn) => drawn.join(' '));
const language = fc.constantFrom(...LANGUAGES);

describe('meaningOf', () => {
  it('is the same for the same text, of length 1 or empty, with at most 60 topics in order', () => {
    fc.assert(
      fc.property(words, language, (text, spoken) => {
        const meaning = meaningOf(text, spoken);
        expect(meaningOf(text, spoken)).toEqual(meaning);
        expect(meaning.length).toBeLessThanOrEqual(60);
        expect(meaning.map(([t]) => t)).toEqual(meaning.map(([t]) => t).sort((a, b) => a - b));
        if (meaning.length > 0) expect(likeness(meaning, meaning)).toBeCloseTo(1, 12);
      }),
    );
  });

  it.each(['', ' \n', '!?', '1234 5678', 'qqqq', 'Проект для молодёжи и занятости'])('knows nothing of "%s"', (text) => {
    expect(meaningOf(text)).toEqual([]);
    for (const spoken of LANGUAGES) expect(meaningOf(text, spoken)).toEqual([]);
  });

  it('reads no more than the first 10,000 characters', () => {
    const sentence = 'Energy poverty and insulation of homes. ';
    const start = sentence.repeat(250);
    expect(meaningOf(start + 'football stadium '.repeat(100_000))).toEqual(meaningOf(start));
  });

  it('does not depend on the order of the anchors', () => {
    const reversed = Object.fromEntries(Object.entries(ANCHORS).reverse());
    expect(topicsOf(reversed)).toEqual(TOPICS);
    const text = 'Vocational training for young people in rural areas';
    expect(compareIn('en', reversed, TOPICS)(text)).toEqual(compareIn('en', ANCHORS, TOPICS)(text));
  });
});

describe('likeness', () => {
  it('is in [0, 1] and the same both ways', () => {
    fc.assert(
      fc.property(words, language, words, language, (one, its, other, others) => {
        const [a, b] = [meaningOf(one, its), meaningOf(other, others)];
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
        expect(likeness(b, a)).toBeCloseTo(likeness(a, b), 12);
      }),
    );
  });

  it('of nothing is 0', () => {
    expect(likeness([], meaningOf('Energy poverty', 'en'))).toBe(0);
  });

  it('crosses languages, and says by what', () => {
    const dutch = meaningOf('Wij helpen dakloze jongeren aan een woning.');
    const french = meaningOf('Un logement pour les personnes sans abri dans la rue');
    const other = meaningOf('Wir messen die Qualität des Grundwassers im Naturschutzgebiet.');
    expect(likeness(dutch, french)).toBeGreaterThan(2 * likeness(dutch, other));
    const themes = themesOf(inCommon(dutch, french), 2).map(({ theme }) => theme);
    expect(themes.every((theme) => theme.startsWith('inclusion.homelessness'))).toBe(true);
  });
});

describe('themesOf', () => {
  it('are the strongest first, each once, a topic counting for all its themes', () => {
    const also = TOPICS.find((topic) => ANCHORS[topic]?.also !== undefined) ?? '';
    const themes = [also.split('/')[0], ...(ANCHORS[also]?.also ?? [])];
    const weak = TOPICS.indexOf('health');
    const row = [[TOPICS.indexOf(also), 0.9], [weak, 0.1]] as const;
    const found = themesOf(row.toSorted(([a], [b]) => a - b), 9);
    expect(found.map(({ theme }) => theme)).toEqual([...new Set(themes)].sort().concat('health'));
    expect(themesOf(row, 1)).toHaveLength(1);
  });
});
