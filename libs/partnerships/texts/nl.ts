import type { PartnershipTexts } from './en.js';

export const nl: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantwoord de uitnodiging voor {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antwoord {organisation}, die bij {consortium} wil komen.',
  'task.CONFIRM_MEMBERSHIP': 'Bevestig dat {organisation} meedoet aan {consortium}: toestemming, en een mandaat als dat er is.',
  'task.MEET_RULES': 'Zorg voor {count, plural, one {een verplichte regel} other {# verplichte regels}} waaraan {consortium} nog niet voldoet.',
  'task.READ_DOCUMENTS': 'Lees voor {consortium} {count, plural, one {het document} other {de # documenten}} die aanvragers gelezen moeten hebben.',
  'task.SUPPLY_DOCUMENTS': 'Lever {count, plural, one {een document} other {# documenten}} aan waarop {consortium} van u wacht.',
  'task.SIGN_AGREEMENT': 'Laat de overeenkomst van {consortium} door allen ondertekenen.',
  'task.WRITE_DISSEMINATION_PLAN': 'Beschrijf hoe de resultaten van {consortium} worden verspreid.',
  'task.SUBMIT_PROPOSAL': '{consortium} is klaar: dien het in en noteer dat het is ingediend.',
  'readiness.DOCUMENT': 'Document: {document}',
  'readiness.AGREEMENT': 'Overeenkomst, door allen ondertekend: {document}',
  'readiness.READING': 'Een document dat aanvragers gelezen moeten hebben',
  'readiness.DISSEMINATION_PLAN': 'Een plan voor de verspreiding van de resultaten',
  'readiness.SUBMISSION': 'Een laatste blik, en de indiening',
};
