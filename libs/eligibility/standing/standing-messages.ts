import type { Message } from '../language/rule.js';

/** Said of an organisation that grants or advises on the call. */
export const BODY_MESSAGE: Message = {
  en: 'This organisation grants or recommends applications for this call, so it cannot be a member of one.',
  nl: 'Deze organisatie kent aanvragen voor deze oproep toe of beveelt ze aan en kan er dus geen lid van zijn.',
  fr: 'Cette organisation accorde ou recommande des candidatures à cet appel : elle ne peut donc pas en être membre.',
  de: 'Diese Organisation bewilligt oder empfiehlt Anträge für diesen Aufruf und kann daher keinem angehören.',
};

/** Said of the country of an organisation, wherever it stands. */
export const COUNTRY_MESSAGE: Message = {
  en: 'Members must come from a country that counts for this call.',
  nl: 'Leden moeten uit een land komen dat voor deze oproep meetelt.',
  fr: 'Les membres doivent venir d’un pays qui compte pour cet appel.',
  de: 'Mitglieder müssen aus einem Land kommen, das für diesen Aufruf zählt.',
};
