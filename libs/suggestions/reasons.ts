import type { Evidence, Raise } from '#libs/matching';
import { Language } from '#libs/platform';
import { de } from './words/de.js';
import { en } from './words/en.js';
import { fr } from './words/fr.js';
import { nl } from './words/nl.js';
import type { ReasonWords } from './words/reason-words.js';

const WORDS: Record<Language, ReasonWords> = { nl, fr, en, de };

/** The names behind the ids of evidence, in the reader's language. */
export interface Names {
  theme(id: string): string;
  organisation(code: string): string;
  project(code: string): string;
  region(code: string): string;
}

/** What a piece of evidence is about. */
export function idOf(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'place':
      return evidence.place;
    case 'note':
      return evidence.role;
    case 'theme':
    case 'project':
    case 'word':
      return evidence.id;
  }
}

/**
 * What one piece of evidence says, as a sentence made from it alone.
 * @param asker the code of the organisation that asks
 */
export function reasonOf(evidence: Evidence, asker: string, names: Names, language: Language): string {
  const words = WORDS[language];
  switch (evidence.kind) {
    case 'theme':
      return themeSentence(words, evidence.role)(names.theme(evidence.id));
    case 'project': {
      const project = names.project(evidence.id);
      const others = evidence.with.map((code) => (code === asker ? words.you : names.organisation(code)));
      const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(others);
      return others.length > 0 ? words.togetherIn(project, listed) : words.tookPartIn(project);
    }
    case 'place':
      return evidence.role === 'adds-country' ? countrySentence(words, evidence, language) : placeSentence(words, evidence.role, evidence.place, names);
    case 'word':
      return evidence.role === 'typical' ? words.typical(evidence.id) : words.named(evidence.id);
    case 'note':
      return noteSentence(words, evidence.role, evidence.count ?? 0);
  }
}

/** What would raise somebody, as a sentence. @param now its present place */
export function raiseOf({ theme, direction, rank }: Raise, now: number, names: Pick<Names, 'theme'>, language: Language): string {
  const words = WORDS[language];
  return (direction === 'OFFERS' ? words.offering : words.seeking)(names.theme(theme), rank, now);
}

/** That somebody has no room for another project, as a sentence. */
export function fullOf(language: Language): string {
  return WORDS[language].full;
}

type ThemeRole = Extract<Evidence, { kind: 'theme' }>['role'];
type NoteRole = Extract<Evidence, { kind: 'note' }>['role'];
type PlaceEvidence = Extract<Evidence, { kind: 'place' }>;
type PlaceRole = PlaceEvidence['role'];

function themeSentence(words: ReasonWords, role: ThemeRole): (theme: string) => string {
  switch (role) {
    case 'offers-sought':
      return words.offersSought;
    case 'seeks-offered':
      return words.seeksOffered;
    case 'call':
      return words.onCallThemes;
  }
}

function countrySentence(words: ReasonWords, { place, count, of }: PlaceEvidence, language: Language): string {
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(place) ?? place;
  return count === undefined || of === undefined ? words.addsCountry(country) : words.addsCountryOf(country, count, of);
}

function placeSentence(words: ReasonWords, role: Exclude<PlaceRole, 'adds-country'>, place: string, names: Names): string {
  switch (role) {
    case 'in-area':
      return words.inArea(names.region(place));
    case 'perhaps-in-area':
      return words.perhapsInArea(names.region(place));
    case 'near':
      return words.near(names.region(place));
    case 'active':
      return words.active(names.region(place));
  }
}

function noteSentence(words: ReasonWords, role: NoteRole, count: number): string {
  switch (role) {
    case 'wishes-unknown':
      return words.wishesUnknown;
    case 'askers':
      return words.askers(count);
    case 'kept-place':
      return words.keptPlace(count);
  }
}
