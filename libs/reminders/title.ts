import { Language, localised, type Localised } from '#libs/platform';

const LANGUAGES = { nl: Language.NL, fr: Language.FR, en: Language.EN, de: Language.DE };

/** What a reader calls a call: its title in their language or another, else its code. */
export function titleFor(
  language: keyof typeof LANGUAGES,
  call: { readonly titles: Localised; readonly callCode: string },
): string {
  return localised(call.titles, LANGUAGES[language]) ?? call.callCode;
}
