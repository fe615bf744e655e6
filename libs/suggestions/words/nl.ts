import type { ReasonWords } from './reason-words.js';

export const nl: ReasonWords = {
  offersSought: (theme) => `Biedt wat u zoekt: ${theme}.`,
  seeksOffered: (theme) => `Zoekt wat u biedt: ${theme}.`,
  onCallThemes: (theme) => `Biedt een thema van de oproep: ${theme}.`,
  togetherIn: (project, partners) => `Zat in ${project} met ${partners}.`,
  tookPartIn: (project) => `Deed mee aan ${project}.`,
  addsCountry: (country) => `Voegt een land toe: ${country}.`,
  addsCountryOf: (country, count, of) => `Voegt ${country} toe: ${count} van ${of} landen.`,
  inArea: (region) => `Ligt in het programmagebied (${region}).`,
  perhapsInArea: (region) => `Ligt mogelijk in het programmagebied (${region}).`,
  near: (region) => `Ligt dicht bij u (${region}).`,
  active: (region) => `Organisaties van daar doen mee aan projecten als dit (${region}).`,
  typical: (word) => `Zijn naam noemt een soort die zulke projecten hebben: ${word}.`,
  named: (word) => `Wordt in de tekst genoemd: ${word}.`,
  wishesUnknown: 'Wat ze zoekt, is niet bekend.',
  askers: (count) => `Werd in deze oproep al aan ${count} organisaties voorgesteld, meer dan ze kan beantwoorden.`,
  keptPlace: (within) => `Nieuw hier: één plaats op ${within} is voor nieuwkomers.`,
  offering: (theme, place, now) => `Bood ze ${theme} aan, dan stond ze op plaats ${place} in plaats van ${now}.`,
  seeking: (theme, place, now) => `Zocht ze ${theme}, dan stond ze op plaats ${place} in plaats van ${now}.`,
  full: 'Draagt zoveel projecten als ze zei te kunnen dragen.',
  you: 'u',
};
