import type { PartnershipTexts } from './en.js';

export const nl: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantwoord de uitnodiging voor {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antwoord {organisation}, die bij {consortium} wil komen.',
  'task.CONFIRM_MEMBERSHIP': 'Bevestig dat {organisation} meedoet aan {consortium}: toestemming, en een mandaat als dat er is.',
  'task.DECIDE_EXPRESSION': 'Beslis over de blijk van interesse “{expression}” ({track}).',
  'task.REVIEW_NEWCOMER': 'Bekijk {organisation}, die via een openbare link van {track} kwam, en maak haar openbaar.',
};
