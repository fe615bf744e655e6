import type { PartnershipTexts } from './en.js';

export const nl: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantwoord de uitnodiging voor {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antwoord {organisation}, die bij {consortium} wil komen.',
  'task.CONFIRM_MEMBERSHIP': 'Bevestig dat {organisation} meedoet aan {consortium}: toestemming, en een mandaat als dat er is.',
  'task.ANSWER_HAND_OVER': 'Antwoord of uw organisatie de leiding van {consortium} overneemt.',
  'task.ASK_ENDORSEMENT': 'Vraag aanbevelingsbrieven voor {consortium} in: {countries}.',
  'task.VERIFY_ENDORSEMENT': 'Beslis over de aanbevelingsbrief voor {consortium} ({country}).',
  'task.MEET_MUTUAL_INTEREST': '{organisation} en {partner} hebben interesse in elkaar: neem contact op.',
  consent: 'Wij doen in de getoonde rol mee aan dit consortium. Wij hebben het idee en de regels van de oproep gelezen. Wij gaan ermee akkoord dat onze naam, ons land, onze codes en onze rol worden getoond aan de leden, aan de instanties die erover beslissen en in de aanvraag, en dat onze toestemming, met wie die gaf en wanneer, wordt bewaard. Wij kunnen die intrekken door te vertrekken voordat het voorstel is ingediend.',
  fragile: 'Als er nog één partner vertrekt, is deze regel niet meer vervuld: {rule}',
};
