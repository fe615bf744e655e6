import type { ReminderTexts } from './en.js';

export const fr: ReminderTexts = {
  kind: `{kind, select,
    OPENING {ouverture} EVENT {réunion} SUBMISSION {dépôt des propositions} EXPRESSION_OF_INTEREST {manifestation d’intérêt}
    RECOMMENDATION {recommandation} REGISTRATION {inscription} RESULT {résultats}
    INVITATION {réponse à une invitation} other {date}}`,
  left: '{left, plural, =0 {aujourd’hui} =1 {demain} other {dans # jours}}',
  reminderSubject: '{left, plural, =0 {Aujourd’hui} =1 {Demain} other {Dans # jours}} : {kind} – {title}',
  nowOpenSubject: 'Déjà ouvert, clôture {left} : {kind} – {title}',
  movedSubject: 'Nouvelle date : {kind} – {title}',
  madeExactSubject: 'Date exacte : {kind} – {title}',
  greeting: 'Bonjour {name},',
  reminder: 'Rappel d’une date de l’appel « {title} » : {kind}, {left}.',
  nowOpen: 'L’appel « {title} » est déjà ouvert. Pour cette date, il se clôture {left} ; les rappels antérieurs sont caducs.',
  moved: 'Dans l’appel « {title} », une date a été déplacée ({kind}). C’était : {from}. C’est désormais : {to}. Ce qui était prévu pour l’ancienne date est annulé.',
  madeExact: 'Dans l’appel « {title} », la date est désormais exacte ({kind}). C’était : {from}. C’est désormais : {to}.',
  when: 'Quand :',
  contactBody: 'Organisme :',
  reference: 'Appel :',
  website: 'Site de l’appel :',
  why: `{audience, select,
    INVITEES {Vous recevez ce courriel parce que vous travaillez pour {organisation}, qui est invitée.}
    LEADS {Vous recevez ce courriel parce que vous travaillez pour le chef de file de {consortia}.}
    BODY_OFFICERS {Vous recevez ce courriel parce que vous êtes responsable de programme de cet organisme.}
    ATTENDEES {Vous recevez ce message parce que vous vous êtes inscrit à cette réunion.}
    FOLLOWERS {Vous recevez ce courriel parce que vous suivez cet appel.}
    other {Vous recevez ce courriel parce que vous avez une tâche pour cette date.}}`,
  stop: 'Ne plus recevoir de courriels sur cet appel',
  stopTitle: 'Ne plus recevoir de courriels sur cet appel ?',
  stopQuestion: 'Vous ne recevrez plus de rappels des dates de « {title} ».',
  stopButton: 'Arrêter ces courriels',
  stopped: 'Vous ne recevrez plus de rappels des dates de « {title} ». Vous pourrez suivre l’appel de nouveau à tout moment.',
  calendar: 'Verbond : toutes mes dates',
  stoppedTitle: 'Ces courriels sont arrêtés',
  changedSubject: 'Modifié : {title}',
  changed: 'L’appel « {title} » que vous suivez a été modifié : {what}.',
  section: `{section, select,
    rules {ses règles} countrySets {les pays qui comptent} announcements {des annonces} documents {des documents}
    requiredDocuments {les pièces demandées} expectedBeneficiaries {les bénéficiaires attendus} budgetEur {son budget}
    grantEur {le montant des subventions} maxRate {la part financée} maxMonths {la durée des projets} other {ses activités}}`,
  announcement: 'Annonce :',
  reason: 'Pourquoi :',
  eligibleSubject: `{change, select,
    MAY_LEAD {Vous pouvez désormais déposer} MAY_JOIN {Vous pouvez désormais participer}
    MAY_NOT_JOIN {Vous ne pouvez plus participer} other {Vous ne pouvez plus déposer}} : {title}`,
  eligible: `Nouvelles règles (version {version}) de l’appel « {title} » : {organisation} {change, select,
    MAY_LEAD {peut désormais déposer une demande} MAY_JOIN {peut désormais participer} MAY_NOT_JOIN {ne peut plus participer}
    other {peut participer, mais plus déposer}}.`,
  whyEligible: 'Vous recevez ce courriel parce que vous agissez pour {organisation}, qui travaille sur des thèmes de cet appel.',
  stopOpportunities: 'Pas de courriels sur les appels que je ne suis pas',
  digestSubject: '{count, plural, other {# messages}} : {first}',
  digest: 'C’est tout ce qu’il y a à vous dire aujourd’hui.',
  whyDigest: 'Vous recevez un courriel par jour parce que vous l’avez choisi.',
  stopAll: 'Arrêter tous ces courriels',
  settings: 'Réglages de mes courriels',
  digestWish: 'Un courriel par jour, le matin, au lieu d’un par date',
  opportunitiesWish: 'M’avertir quand de nouvelles règles d’un appel concernent mon organisation',
  followedCalls: 'Appels que je suis',
  save: 'Enregistrer',
  saved: 'Vos réglages sont enregistrés.',
  stopAllQuestion: 'Vous ne recevrez plus de courriels sur les appels, sauf ceux qui relèvent d’une de vos tâches.',
  foundSubject: 'Nouveau pour votre recherche : {title}',
  found: 'L’appel « {title} » est nouveau et correspond à votre recherche : {search}.',
  whyFound: 'Vous recevez ce courriel parce que vous avez enregistré cette recherche.',
  dropLink: 'Plus rien sur cet appel',
  drop: 'Plus rien sur cet appel ?',
  dropQuestion: 'Aucune recherche ne vous signalera plus « {title} ».',
  stopSearches: 'Pas de courriels sur mes recherches',
  savedSearches: 'Mes recherches',
  notYet: `{kind, select,
    EXPRESSION_OF_INTEREST {Aucune manifestation d’intérêt envoyée à ce jour : {consortia}.} other {Pas encore prêt : {consortia}.}}`,
  consortium: 'Consortium :',
  task: 'À faire :',
  invitationSubject: '{left, plural, =0 {Aujourd’hui} =1 {Demain} other {Dans # jours}} : l’invitation à {consortium} expire',
  invitation: '{lead} a invité {organisation} à participer au consortium {consortium}. L’invitation expire {left} et attend toujours une réponse.',
  answerBy: 'Répondre au plus tard :',
  answerHere: 'Répondre ici :',
};
