import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, languageOf, likeness, meaningOf, type Language } from './index.js';
import { DESCRIBED } from './testing/described.js';
import { DE } from './testing/descriptions-de.js';
import { EN } from './testing/descriptions-en.js';
import { FR } from './testing/descriptions-fr.js';
import { NL } from './testing/descriptions-nl.js';

const TEXTS = { nl: NL, fr: FR, en: EN, de: DE };
const IDS = Object.keys(DESCRIBED);
const FIRST = 10;
const FLOOR = 0.9;

const english = new Map(IDS.map((id) => [id, meaningOf(EN[id] ?? '', 'en')]));

/** Share of the first ten English projects, its own twin left out, that have a theme in common with the asking one. */
function agreementOf(id: string, language: Language): number {
  const asked = meaningOf(TEXTS[language][id] ?? '');
  const ranked = IDS.filter((other) => other !== id)
    .map((other) => ({ other, likeness: likeness(asked, english.get(other) ?? []) }))
    .sort((a, b) => b.likeness - a.likeness);
  return ranked.slice(0, FIRST).filter(({ other }) => haveThemeInCommon(id, other)).length / FIRST;
}

function haveThemeInCommon(a: string, b: string): boolean {
  return DESCRIBED[a]?.some((theme) => DESCRIBED[b]?.includes(theme)) ?? false;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function agreementIn(language: Language): number {
  return mean(IDS.map((id) => agreementOf(id, language)));
}

describe('the described projects', () => {
  it.each(LANGUAGES)('are 60 or more of 50 to 80 words in %s, in which they are recognised', (language) => {
    const texts = IDS.map((id) => TEXTS[language][id] ?? '');
    expect(texts.length).toBeGreaterThanOrEqual(60);
    const lengths = texts.map((text) => text.split(/\s+/).length);
    expect([Math.min(...lengths) >= 50, Math.max(...lengths) <= 80]).toEqual([true, true]);
    expect(texts.filter((text) => languageOf(text) !== language)).toEqual([]);
  });

  it('seldom have a theme in common by chance, and one to three each', () => {
    const chance = mean(IDS.flatMap((a) => IDS.filter((b) => b !== a).map((b) => Number(haveThemeInCommon(a, b)))));
    expect(chance).toBeLessThan(0.2);
    expect(Object.values(DESCRIBED).every((themes) => themes.length >= 1 && themes.length <= 3)).toBe(true);
  });
});

describe('a description finds English-described projects of its themes', () => {
  const ofTwins = agreementIn('en');

  it('in English', () => {
    expect(ofTwins).toBeGreaterThan(0.4);
  });

  it.each(['nl', 'fr', 'de'] as const)('as well in %s as its English twin does, nine tenths at least', (language) => {
    expect(agreementIn(language) / ofTwins).toBeGreaterThanOrEqual(FLOOR);
  });
});
