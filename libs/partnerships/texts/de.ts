import type { PartnershipTexts } from './en.js';

export const de: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantworten Sie die Einladung zu {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antworten Sie {organisation}, die bei {consortium} mitmachen möchte.',
  'task.CONFIRM_MEMBERSHIP': 'Bestätigen Sie, dass {organisation} bei {consortium} mitmacht: Zustimmung und, falls vorhanden, Vollmacht.',
  'task.DECIDE_EXPRESSION': 'Entscheiden Sie über die Interessenbekundung „{expression}“ ({track}).',
  'task.REVIEW_NEWCOMER': 'Sehen Sie sich {organisation} an, die über einen öffentlichen Link von {track} kam, und veröffentlichen Sie sie.',
};
