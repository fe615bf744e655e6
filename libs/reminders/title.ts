import { Language, localised, type Localised } from '#libs/platform';
import { words } from './words.js';

const LANGUAGES = { nl: Language.NL, fr: Language.FR, en: Language.EN, de: Language.DE };

/** A text in a reader's language, else in another; null when there is none. */
export const textFor = (language: keyof typeof LANGUAGES, texts: Localised | undefined): string | null => localised(texts, LANGUAGES[language]);

/** What a reader calls a call: its title in their language or another, else its code. */
export function titleFor(
  language: keyof typeof LANGUAGES,
  call: { readonly titles: Localised; readonly callCode: string },
): string {
  return textFor(language, call.titles) ?? call.callCode;
}

interface DatedThing {
  readonly kind: string;
  readonly name: string | null;
}

/** What a date is called in a calendar: 'submission of proposals – National competence centres', or after what it is of. */
export function eventTitle(language: keyof typeof LANGUAGES, date: Parameters<typeof titleFor>[1] & DatedThing): string {
  return `${words(language)('kind', { kind: date.kind })} – ${date.name ?? titleFor(language, date)}`;
}
