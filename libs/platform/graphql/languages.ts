import { registerEnumType } from '@nestjs/graphql';

/** The four languages of what users read. */
export enum Language {
  NL = 'nl',
  FR = 'fr',
  EN = 'en',
  DE = 'de',
}
registerEnumType(Language, { name: 'Language', description: 'A language of what users read.' });

/** A text by language code; any may be missing. */
export type Localised = Readonly<Partial<Record<string, string>>>;

const FALLBACK = ['en', 'nl', 'fr', 'de'];

/** The text in the language asked for, else in English, else in any; `null` when there is none. */
export function localised(texts: Localised | null | undefined, language: `${Language}`): string | null {
  if (texts == null) return null;
  const found = [language, ...FALLBACK].find((candidate) => texts[candidate]);
  return (found === undefined ? Object.values(texts).find((text) => text) : texts[found]) ?? null;
}
