import type { ReasonWords } from './reason-words.js';

export const de: ReasonWords = {
  offersSought: (theme) => `Bietet, was Sie suchen: ${theme}.`,
  seeksOffered: (theme) => `Sucht, was Sie bieten: ${theme}.`,
  onCallThemes: (theme) => `Bietet ein Thema des Aufrufs: ${theme}.`,
  togetherIn: (project, partners) => `War in ${project} mit ${partners}.`,
  tookPartIn: (project) => `War in ${project}.`,
  addsCountry: (country) => `Bringt ein Land hinzu: ${country}.`,
  addsCountryOf: (country, count, of) => `Bringt ein Land hinzu: ${country} (${count} von ${of}).`,
  inArea: (region) => `Liegt im Programmgebiet (${region}).`,
  perhapsInArea: (region) => `Liegt möglicherweise im Programmgebiet (${region}).`,
  near: (region) => `Liegt in Ihrer Nähe (${region}).`,
  active: (region) => `Organisationen von dort sind in solchen Projekten (${region}).`,
  typical: (word) => `Ihr Name nennt eine Art, die solche Projekte haben: ${word}.`,
  named: (word) => `Wird im Text genannt: ${word}.`,
  wishesUnknown: 'Was sie sucht, ist nicht bekannt.',
  askers: (count) => `In diesem Aufruf schon ${count} Organisationen vorgeschlagen, mehr als sie beantworten kann.`,
  keptPlace: (within) => `Neu hier: Jeder ${within}. Platz ist für Neue.`,
  offering: (theme, place, now) => `Böte sie ${theme} an, stünde sie auf Platz ${place} statt ${now}.`,
  seeking: (theme, place, now) => `Suchte sie ${theme}, stünde sie auf Platz ${place} statt ${now}.`,
  full: 'Trägt so viele Projekte, wie sie nach eigener Angabe tragen kann.',
  you: 'Ihnen',
};
