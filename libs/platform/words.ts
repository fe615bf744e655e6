import { createInstance } from 'i18next';
import ICU from 'i18next-icu';
import { Language } from './graphql/languages.js';

/** Says one of a room's texts in somebody's language. */
export type Say<Key extends string> = (key: Key, values?: Readonly<Record<string, string | number>>) => string;

/**
 * A room's texts, in ICU message syntax, each language with the same keys: `wordsOf(TEXTS)('nl')('left', { left: 7 })` is
 * 'over 7 dagen'.
 */
export function wordsOf<Key extends string>(
  texts: Readonly<Record<`${Language}`, Readonly<Record<Key, string>>>>,
): (language: `${Language}`) => Say<Key> {
  const catalogue = createInstance().use(ICU);
  void catalogue.init({
    initAsync: false,
    fallbackLng: Language.EN,
    keySeparator: false,
    nsSeparator: false,
    resources: Object.fromEntries(Object.entries(texts).map(([language, translation]) => [language, { translation }])),
  });
  return (language) => {
    const translate = catalogue.getFixedT(language);
    return (key, values = {}) => translate(key, values);
  };
}
