import type { PartnershipTexts } from './en.js';

export const de: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantworten Sie die Einladung zu {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antworten Sie {organisation}, die bei {consortium} mitmachen möchte.',
  'task.CONFIRM_MEMBERSHIP': 'Bestätigen Sie, dass {organisation} bei {consortium} mitmacht: Zustimmung und, falls vorhanden, Vollmacht.',
  'task.MEET_RULES': 'Kümmern Sie sich um {count, plural, one {eine verbindliche Regel} other {# verbindliche Regeln}}, die {consortium} noch nicht erfüllt.',
  'task.READ_DOCUMENTS': 'Lesen Sie für {consortium} {count, plural, one {das Dokument} other {die # Dokumente}}, die Antragsteller gelesen haben müssen.',
  'task.SUPPLY_DOCUMENTS': 'Liefern Sie {count, plural, one {ein Dokument} other {# Dokumente}}, auf die {consortium} von Ihnen wartet.',
  'task.SIGN_AGREEMENT': 'Lassen Sie die Vereinbarung von {consortium} von allen unterzeichnen.',
  'task.WRITE_DISSEMINATION_PLAN': 'Beschreiben Sie, wie die Ergebnisse von {consortium} verbreitet werden.',
  'task.SUBMIT_PROPOSAL': '{consortium} ist fertig: Reichen Sie es ein, und vermerken Sie das.',
  'readiness.DOCUMENT': 'Dokument: {document}',
  'readiness.AGREEMENT': 'Vereinbarung, von allen unterzeichnet: {document}',
  'readiness.READING': 'Ein Dokument, das Antragsteller gelesen haben müssen',
  'readiness.DISSEMINATION_PLAN': 'Ein Plan für die Verbreitung der Ergebnisse',
  'readiness.SUBMISSION': 'Ein letzter Blick, und die Einreichung',
};
