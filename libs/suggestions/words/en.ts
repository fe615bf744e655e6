import type { ReasonWords } from './reason-words.js';

export const en: ReasonWords = {
  offersSought: (theme) => `Offers what you seek: ${theme}.`,
  seeksOffered: (theme) => `Seeks what you offer: ${theme}.`,
  onCallThemes: (theme) => `Offers a theme of the call: ${theme}.`,
  togetherIn: (project, partners) => `Was in ${project} with ${partners}.`,
  tookPartIn: (project) => `Took part in ${project}.`,
  addsCountry: (country) => `Adds a country: ${country}.`,
  addsCountryOf: (country, count, of) => `Adds ${country}: ${count} of ${of} countries.`,
  inArea: (region) => `Lies in the programme area (${region}).`,
  perhapsInArea: (region) => `May lie in the programme area (${region}).`,
  near: (region) => `Is near you (${region}).`,
  active: (region) => `Organisations from there take part in projects like this (${region}).`,
  typical: (word) => `Its name says a kind that projects like this have: ${word}.`,
  named: (word) => `Is named in the text: ${word}.`,
  wishesUnknown: 'What it seeks is not known.',
  askers: (count) => `Was already suggested to ${count} organisations in this call, more than it can answer.`,
  keptPlace: (within) => `New here: one place in ${within} is kept for newcomers.`,
  offering: (theme, place, now) => `If it offered ${theme}, it would be at place ${place} instead of ${now}.`,
  seeking: (theme, place, now) => `If it sought ${theme}, it would be at place ${place} instead of ${now}.`,
  full: 'Carries as many projects as it said it can.',
  you: 'you',
};
