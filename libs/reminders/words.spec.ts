import { describe, expect, it } from '@jest/globals';
import { en, type ReminderTexts } from './texts/en.js';
import { TEXTS, words } from './words.js';

const LANGUAGES = ['nl', 'fr', 'en', 'de'] as const;
const KEYS = Object.keys(en) as (keyof ReminderTexts)[];
const VALUES = { left: 77, kind: '‹kind›', title: '‹title›', name: '‹name›', from: '‹from›', to: '‹to›', what: '‹what›', search: '‹search›', organisation: '‹organisation›', version: 77, count: 77, first: '‹first›', consortia: '‹consortia›', consortium: '‹consortium›', lead: '‹lead›', audience: '', section: '', change: '' };

/** Which of the values a text shows. */
const shown = (text: string): string[] => (text.match(/77|‹\w+›/g) ?? []).toSorted();

describe('the texts of reminders', () => {
  it.each(LANGUAGES)('say in %s what they say in English', (language) => {
    for (const key of KEYS) {
      const text = words(language)(key, VALUES);
      expect([key, shown(text)]).toEqual([key, shown(words('en')(key, VALUES))]);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('are translated', () => {
    for (const key of KEYS) expect(new Set(LANGUAGES.map((language) => TEXTS[language][key])).size).toBeGreaterThan(1);
  });

  it('count days as each language does', () => {
    const told = LANGUAGES.map((language) => [0, 1, 2].map((left) => words(language)('left', { left })));
    expect(told).toEqual([
      ['vandaag', 'morgen', 'over 2 dagen'],
      ['aujourd’hui', 'demain', 'dans 2 jours'],
      ['today', 'tomorrow', 'in 2 days'],
      ['heute', 'morgen', 'in 2 Tagen'],
    ]);
  });

  it('leave what people typed as it is', () => {
    const title = `{left} <b>&amp; 'O’Neill' $t(stop) {{name}}`;
    expect(words('en')('movedSubject', { kind: 'date', title })).toBe(`New date: date – ${title}`);
  });

  it('name a kind of date that is new', () => {
    expect(words('fr')('kind', { kind: 'PICNIC' })).toBe('date');
  });
});
