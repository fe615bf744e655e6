import { wordsOf } from '#libs/platform';
import { de } from './texts/de.js';
import { en, type ExpressionTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

/** What mails about expressions of interest say, in a reader's language. */
export const expressionWords = wordsOf<keyof ExpressionTexts>({ nl, fr, en, de });
