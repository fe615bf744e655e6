import type { PartnershipTexts } from './en.js';

export const de: PartnershipTexts = {
  'task.ANSWER_INVITATION': 'Beantworten Sie die Einladung zu {consortium}.',
  'task.ANSWER_JOIN_REQUEST': 'Antworten Sie {organisation}, die bei {consortium} mitmachen möchte.',
  'task.CONFIRM_MEMBERSHIP': 'Bestätigen Sie, dass {organisation} bei {consortium} mitmacht: Zustimmung und, falls vorhanden, Vollmacht.',
  'task.ANSWER_HAND_OVER': 'Antworten Sie, ob Ihre Organisation die Federführung von {consortium} übernimmt.',
  'task.ASK_ENDORSEMENT': 'Bitten Sie um Empfehlungsschreiben für {consortium} in: {countries}.',
  'task.VERIFY_ENDORSEMENT': 'Entscheiden Sie über das Empfehlungsschreiben für {consortium} ({country}).',
  'task.MEET_MUTUAL_INTEREST': '{organisation} und {partner} interessieren sich füreinander: nehmen Sie Kontakt auf.',
  consent: 'Wir machen in der gezeigten Rolle bei diesem Konsortium mit. Wir haben die Idee und die Regeln des Aufrufs gelesen. Wir sind einverstanden, dass unser Name, unser Land, unsere Codes und unsere Rolle den Mitgliedern, den entscheidenden Stellen und im Antrag gezeigt werden und dass unsere Zustimmung, wer sie gab und wann, aufbewahrt wird. Wir können sie zurücknehmen, indem wir gehen, bevor der Antrag eingereicht ist.',
  fragile: 'Geht noch jemand, ist diese Regel verletzt: {rule}',
};
