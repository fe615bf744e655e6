import type { ReasonWords } from './reason-words.js';

export const en: ReasonWords = {
  offersSought: (theme) => `Offers what you seek: ${theme}.`,
  seeksOffered: (theme) => `Seeks what you offer: ${theme}.`,
  onCallThemes: (theme) => `Offers a theme of the call: ${theme}.`,
  togetherIn: (project, partners) => `Was in ${project} with ${partners}.`,
  tookPartIn: (project) => `Took part in ${project}.`,
  addsCountry: (country) => `Adds a country: ${country}.`,
  inArea: (region) => `Lies in the programme area (${region}).`,
  perhapsInArea: (region) => `May lie in the programme area (${region}).`,
  near: (region) => `Is near you (${region}).`,
  active: (region) => `Organisations from there take part in projects like this (${region}).`,
  typical: (word) => `Its name says a kind that projects like this have: ${word}.`,
  named: (word) => `Is named in the text: ${word}.`,
  you: 'you',
};
