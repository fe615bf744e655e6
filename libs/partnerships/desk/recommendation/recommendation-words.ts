import { wordsOf } from '#libs/platform';
import { de } from './texts/de.js';
import { en, type RecommendationTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

/** What a recommendation says as a document, in a language. */
export const recommendationWords = wordsOf<keyof RecommendationTexts>({ nl, fr, en, de });
