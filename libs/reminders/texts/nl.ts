import type { ReminderTexts } from './en.js';

export const nl: ReminderTexts = {
  kind: `{kind, select,
    OPENING {opening} EVENT {bijeenkomst} SUBMISSION {indienen van voorstellen} EXPRESSION_OF_INTEREST {blijk van interesse}
    RECOMMENDATION {aanbeveling} REGISTRATION {registratie} RESULT {resultaten}
    INVITATION {antwoord op een uitnodiging} other {datum}}`,
  left: '{left, plural, =0 {vandaag} =1 {morgen} other {over # dagen}}',
  reminderSubject: '{left, plural, =0 {Vandaag} =1 {Morgen} other {Over # dagen}}: {kind} – {title}',
  nowOpenSubject: 'Nu open, sluit {left}: {kind} – {title}',
  movedSubject: 'Nieuwe datum: {kind} – {title}',
  madeExactSubject: 'Exacte datum: {kind} – {title}',
  greeting: 'Beste {name},',
  reminder: 'Een herinnering aan een datum van de oproep “{title}”: {kind}, {left}.',
  nowOpen: 'De oproep “{title}” is al open. Voor deze datum sluit ze {left}; eerdere herinneringen vervallen.',
  moved: 'In de oproep “{title}” is een datum verplaatst ({kind}). Het was: {from}. Het is nu: {to}. Wat voor de oude datum gepland was, vervalt.',
  madeExact: 'In de oproep “{title}” is de datum nu exact bekend ({kind}). Het was: {from}. Het is nu: {to}.',
  when: 'Wanneer:',
  contactBody: 'Instantie:',
  reference: 'Oproep:',
  website: 'Website van de oproep:',
  why: `{audience, select,
    INVITEES {U krijgt deze mail omdat u werkt voor {organisation}, die uitgenodigd is.}
    LEADS {U krijgt deze mail omdat u werkt voor de hoofdpartner van {consortia}.}
    BODY_OFFICERS {U krijgt deze mail omdat u programmabeheerder van deze instantie bent.}
    ATTENDEES {U krijgt deze mail omdat u zich voor deze bijeenkomst hebt aangemeld.}
    FOLLOWERS {U krijgt deze mail omdat u deze oproep volgt.}
    other {U krijgt deze mail omdat u voor deze datum een taak hebt.}}`,
  stop: 'Geen mails meer over deze oproep',
  stopTitle: 'Geen mails meer over deze oproep?',
  stopQuestion: 'U krijgt dan geen herinneringen meer aan de datums van “{title}”.',
  stopButton: 'Stop deze mails',
  stopped: 'U krijgt geen herinneringen meer aan de datums van “{title}”. U kunt de oproep altijd opnieuw volgen.',
  calendar: 'Verbond: al mijn datums',
  stoppedTitle: 'Deze mails zijn gestopt',
  changedSubject: 'Gewijzigd: {title}',
  changed: 'De oproep “{title}” die u volgt, is gewijzigd: {what}.',
  section: `{section, select,
    rules {de regels} countrySets {de landen die meetellen} announcements {berichten} documents {documenten}
    requiredDocuments {de gevraagde stukken} expectedBeneficiaries {wie ze verwacht} budgetEur {het budget}
    grantEur {de omvang van de subsidie} maxRate {het vergoede deel} maxMonths {de duur van projecten} other {de activiteiten}}`,
  announcement: 'Bericht:',
  reason: 'Waarom:',
  eligibleSubject: `{change, select,
    MAY_LEAD {U mag nu aanvragen} MAY_JOIN {U mag nu meedoen} MAY_NOT_JOIN {U mag niet meer meedoen}
    other {U mag niet meer aanvragen}}: {title}`,
  eligible: `Nieuwe regels (versie {version}) van de oproep “{title}”: {organisation} {change, select,
    MAY_LEAD {mag nu zelf aanvragen} MAY_JOIN {mag nu meedoen} MAY_NOT_JOIN {mag niet meer meedoen}
    other {mag meedoen, maar niet meer zelf aanvragen}}.`,
  whyEligible: 'U krijgt deze mail omdat u handelt voor {organisation}, die aan thema’s van deze oproep werkt.',
  stopOpportunities: 'Geen mails over oproepen die ik niet volg',
  digestSubject: '{count, plural, other {# berichten}}: {first}',
  digest: 'Dit is alles wat er vandaag te melden is.',
  whyDigest: 'U krijgt één mail per dag omdat u daarvoor koos.',
  stopAll: 'Stop al deze mails',
  settings: 'Instellingen van mijn mails',
  digestWish: 'Eén mail per dag, ’s ochtends, in plaats van één per datum',
  opportunitiesWish: 'Meld mij wanneer nieuwe regels van een oproep mijn organisatie aangaan',
  followedCalls: 'Oproepen die ik volg',
  save: 'Bewaren',
  saved: 'Uw instellingen zijn bewaard.',
  stopAllQuestion: 'U krijgt geen mails meer over oproepen, behalve wanneer ze bij een taak van u horen.',
  foundSubject: 'Nieuw voor uw zoekopdracht: {title}',
  found: 'De oproep “{title}” is nieuw, en past bij uw zoekopdracht: {search}.',
  whyFound: 'U krijgt deze mail omdat u deze zoekopdracht hebt bewaard.',
  dropLink: 'Niets meer over deze oproep',
  drop: 'Niets meer over deze oproep?',
  dropQuestion: 'Geen zoekopdracht meldt u “{title}” nog.',
  stopSearches: 'Geen mails over mijn zoekopdrachten',
  savedSearches: 'Mijn zoekopdrachten',
  notYet: `{kind, select,
    EXPRESSION_OF_INTEREST {Nog geen blijk van interesse ingediend: {consortia}.} other {Nog niet klaar: {consortia}.}}`,
  consortium: 'Consortium:',
  task: 'Te doen:',
  invitationSubject: '{left, plural, =0 {Vandaag} =1 {Morgen} other {Over # dagen}}: uitnodiging voor {consortium} vervalt',
  invitation: '{lead} heeft {organisation} uitgenodigd om deel te nemen aan het consortium {consortium}. De uitnodiging vervalt {left} en is nog niet beantwoord.',
  answerBy: 'Antwoorden uiterlijk:',
  answerHere: 'Hier antwoorden:',
};
