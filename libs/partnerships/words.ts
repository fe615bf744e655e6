import { wordsOf } from '#libs/platform';
import { de } from './texts/de.js';
import { en, type PartnershipTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

/** The room's texts in a reader's language. */
export const words = wordsOf<keyof PartnershipTexts>({ nl, fr, en, de });
