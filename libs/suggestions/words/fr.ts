import type { ReasonWords } from './reason-words.js';

export const fr: ReasonWords = {
  offersSought: (theme) => `Offre ce que vous cherchez : ${theme}.`,
  seeksOffered: (theme) => `Cherche ce que vous offrez : ${theme}.`,
  onCallThemes: (theme) => `Offre un thème de l’appel : ${theme}.`,
  togetherIn: (project, partners) => `A participé à ${project} avec ${partners}.`,
  tookPartIn: (project) => `A participé à ${project}.`,
  addsCountry: (country) => `Ajoute un pays : ${country}.`,
  addsCountryOf: (country, count, of) => `Ajoute ce pays : ${country} (${count} sur ${of}).`,
  inArea: (region) => `Se situe dans la zone du programme (${region}).`,
  perhapsInArea: (region) => `Se situe peut-être dans la zone du programme (${region}).`,
  near: (region) => `Est proche de vous (${region}).`,
  active: (region) => `Des organisations de là participent à de tels projets (${region}).`,
  typical: (word) => `Son nom dit un genre que de tels projets comptent : ${word}.`,
  named: (word) => `Est nommée dans le texte : ${word}.`,
  wishesUnknown: 'Ce qu’elle cherche n’est pas connu.',
  askers: (count) => `Déjà proposée à ${count} organisations dans cet appel, plus qu’elle ne peut répondre.`,
  keptPlace: (within) => `Nouvelle venue : une place sur ${within} est réservée aux nouveaux.`,
  offering: (theme, place, now) => `Si elle offrait ${theme}, elle serait à la place ${place} au lieu de ${now}.`,
  seeking: (theme, place, now) => `Si elle cherchait ${theme}, elle serait à la place ${place} au lieu de ${now}.`,
  full: 'Porte autant de projets qu’elle a dit pouvoir porter.',
  you: 'vous',
};
