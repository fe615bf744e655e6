import { wordsOf, type Say as SayOf } from '#libs/platform';
import { de } from './texts/de.js';
import { en, type ReminderTexts } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';

export const TEXTS = { nl, fr, en, de };

/** Says one of the texts in somebody's language. */
export type Say = SayOf<keyof ReminderTexts>;

/** The texts in a reader's language: `words('nl')('left', { left: 7 })` is 'over 7 dagen'. */
export const words = wordsOf<keyof ReminderTexts>(TEXTS);
