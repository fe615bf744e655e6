import type { PartnershipTexts } from './en.js';

export const fr: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Répondez à l’invitation de {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Répondez à {organisation}, qui demande à rejoindre {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirmez que {organisation} participe à {consortium} : consentement, et mandat s’il y en a un.',
  'task.ANSWER_HAND_OVER': 'Répondez si votre organisation reprend la direction de {consortium}.',
  'task.ASK_ENDORSEMENT': 'Demandez les lettres de soutien pour {consortium} en : {countries}.',
  'task.VERIFY_ENDORSEMENT': 'Décidez de la lettre de soutien pour {consortium} ({country}).',
  'task.MEET_MUTUAL_INTEREST': '{organisation} et {partner} s’intéressent l’un à l’autre : prenez contact.',
  consent: 'Nous participons à ce consortium dans le rôle indiqué. Nous avons lu son idée et les règles de l’appel. Nous acceptons que notre nom, notre pays, nos codes et notre rôle soient montrés à ses membres, aux instances qui en décident et dans la demande, et que notre consentement, avec son auteur et sa date, soit conservé. Nous pouvons le retirer en partant avant le dépôt de la proposition.',
  fragile: 'Un départ de plus, et cette règle n’est plus respectée : {rule}',
};
