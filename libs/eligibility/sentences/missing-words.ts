import { isMemberField, isProjectField } from '../facts/fields.js';
import { FIELDS } from './labels.js';
import type { PhraseName, SentenceLanguage } from './phrases.js';
import { Wording } from './wording.js';

/** Facts that are no fields, and facts behind a field of another name. */
const OTHERS: Readonly<Partial<Record<string, PhraseName>>> = {
  experience: 'pastProjects',
  coordinator: 'whoLeads',
  milestone: 'dateOf',
  register: 'recordsOf',
  screening: 'answersTo',
  screeningReview: 'reviewOf',
};

/** A fact that is missing, in words: `document:LETTER_OF_ENDORSEMENT` is a letter of endorsement. */
export function missingWords(fact: string, language: SentenceLanguage): string {
  const words = new Wording(language);
  const [kind = '', detail = ''] = fact.split(':');
  if (isMemberField(kind) || isProjectField(kind)) return words.of(FIELDS[kind]);
  if (kind === 'type') return words.of(FIELDS.orgType);
  if (kind === 'nuts') return words.of(FIELDS.region);
  const phrase = Object.hasOwn(OTHERS, kind) ? OTHERS[kind] : undefined;
  const name = words.name(detail || kind);
  return phrase === undefined ? name : words.say(phrase, { a: name });
}
