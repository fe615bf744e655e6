import type { PartnershipTexts } from './en.js';

export const de: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantworten Sie die Einladung zu {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antworten Sie {organisation}, die bei {consortium} mitmachen möchte.',
  'task.CONFIRM_MEMBERSHIP': 'Bestätigen Sie, dass {organisation} bei {consortium} mitmacht: Zustimmung und, falls vorhanden, Vollmacht.',
};
