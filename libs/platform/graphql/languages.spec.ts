import { expect, it } from '@jest/globals';
import { Language, localised } from './languages.js';

it.each<[Record<string, string> | null | undefined, Language, string | null]>([
  [{ nl: 'oproep', en: 'call' }, Language.NL, 'oproep'],
  [{ nl: 'oproep', en: 'call' }, Language.DE, 'call'],
  [{ nl: 'oproep', fr: 'appel' }, Language.DE, 'oproep'],
  [{ nl: '', en: 'call' }, Language.NL, 'call'],
  [{ lt: 'kvietimas' }, Language.FR, 'kvietimas'],
  [{ lt: '' }, Language.FR, null],
  [{}, Language.EN, null],
  [null, Language.EN, null],
  [undefined, Language.EN, null],
])('of %p, a reader of %s reads %p', (texts, language, expected) => {
  expect(localised(texts, language)).toBe(expected);
});
