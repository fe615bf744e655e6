import type { PartnershipTexts } from './en.js';

export const fr: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Répondez à l’invitation de {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Répondez à {organisation}, qui demande à rejoindre {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirmez que {organisation} participe à {consortium} : consentement, et mandat s’il y en a un.',
  'task.DECIDE_EXPRESSION': 'Décidez de la manifestation d’intérêt « {expression} » ({track}).',
  'task.REVIEW_NEWCOMER': 'Examinez {organisation}, arrivée par un lien public de {track}, et publiez-la.',
};
