import type { ReminderTexts } from './en.js';

export const fr: ReminderTexts = {
  kind: `{kind, select,
    OPENING {ouverture} EVENT {réunion} SUBMISSION {dépôt des propositions} EXPRESSION_OF_INTEREST {manifestation d’intérêt}
    RECOMMENDATION {recommandation} REGISTRATION {inscription} RESULT {résultats} other {date}}`,
  left: '{left, plural, =0 {aujourd’hui} =1 {demain} other {dans # jours}}',
  reminderSubject: '{left, plural, =0 {Aujourd’hui} =1 {Demain} other {Dans # jours}} : {kind} – {title}',
  nowOpenSubject: 'Déjà ouvert, clôture {left} : {kind} – {title}',
  movedSubject: 'Nouvelle date : {kind} – {title}',
  greeting: 'Bonjour {name},',
  reminder: 'Rappel d’une date de l’appel « {title} » : {kind}, {left}.',
  nowOpen: 'L’appel « {title} » que vous suivez est déjà ouvert. Pour cette date, il se clôture {left} ; les rappels antérieurs sont caducs.',
  moved: 'Dans l’appel « {title} », une date a été déplacée ({kind}). C’était : {from}. C’est désormais : {to}. Ce qui était prévu pour l’ancienne date est annulé.',
  when: 'Quand :',
  contactBody: 'Organisme :',
  reference: 'Appel :',
  website: 'Site de l’appel :',
  why: 'Vous recevez ce courriel parce que vous suivez cet appel.',
  stop: 'Ne plus recevoir de courriels sur cet appel',
  stopTitle: 'Ne plus recevoir de courriels sur cet appel ?',
  stopQuestion: 'Vous ne recevrez plus de rappels des dates de « {title} ».',
  stopButton: 'Arrêter ces courriels',
  stopped: 'Vous ne recevrez plus de rappels des dates de « {title} ». Vous pourrez suivre l’appel de nouveau à tout moment.',
  stoppedTitle: 'Ces courriels sont arrêtés',
};
