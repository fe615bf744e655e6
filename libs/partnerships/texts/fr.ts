import type { PartnershipTexts } from './en.js';

export const fr: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Répondez à l’invitation de {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Répondez à {organisation}, qui demande à rejoindre {consortium}.',
  'task.CONFIRM_MEMBERSHIP': 'Confirmez que {organisation} participe à {consortium} : consentement, et mandat s’il y en a un.',
  'task.MEET_RULES': 'Occupez-vous {count, plural, one {d’une règle obligatoire} other {de # règles obligatoires}} que {consortium} ne respecte pas encore.',
  'task.READ_DOCUMENTS': 'Lisez pour {consortium} {count, plural, one {le document} other {les # documents}} que les candidats doivent avoir lus.',
  'task.SUPPLY_DOCUMENTS': 'Fournissez {count, plural, one {un document} other {# documents}} que {consortium} attend de vous.',
  'task.SIGN_AGREEMENT': 'Faites signer par tous l’accord de {consortium}.',
  'task.WRITE_DISSEMINATION_PLAN': 'Décrivez comment les résultats de {consortium} sont diffusés.',
  'task.SUBMIT_PROPOSAL': '{consortium} est prêt : déposez-le et notez-le comme déposé.',
  'readiness.DOCUMENT': 'Document : {document}',
  'readiness.AGREEMENT': 'Accord, signé par tous : {document}',
  'readiness.READING': 'Un document que les candidats doivent avoir lu',
  'readiness.DISSEMINATION_PLAN': 'Un plan de diffusion des résultats',
  'readiness.SUBMISSION': 'Un dernier regard, et le dépôt',
};
