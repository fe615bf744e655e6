import { createInstance } from 'i18next';
import ICU from 'i18next-icu';
import type { Language } from '#libs/calendar';
import { de } from './texts/de.js';
import { en, type ReminderTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

export const TEXTS: Readonly<Record<Language, ReminderTexts>> = { nl, fr, en, de };

const catalogue = createInstance().use(ICU);
void catalogue.init({
  initAsync: false,
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  resources: Object.fromEntries(Object.entries(TEXTS).map(([language, texts]) => [language, { translation: texts }])),
});

/** Says one of the texts in somebody's language. */
export type Say = (key: keyof ReminderTexts, values?: Readonly<Record<string, string | number>>) => string;

/** The texts in a reader's language: `words('nl')('left', { left: 7 })` is 'over 7 dagen'. */
export function words(language: Language): Say {
  const translate = catalogue.getFixedT(language);
  return (key, values = {}) => translate(key, values);
}
