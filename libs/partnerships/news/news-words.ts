import { wordsOf } from '#libs/platform';
import { de } from './texts/de.js';
import { en, type NewsTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

/** What mails about those in a consortium say, in a reader's language. */
export const newsWords = wordsOf<keyof NewsTexts>({ nl, fr, en, de });
