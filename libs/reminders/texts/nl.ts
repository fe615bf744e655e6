import type { ReminderTexts } from './en.js';

export const nl: ReminderTexts = {
  kind: `{kind, select,
    OPENING {opening} EVENT {bijeenkomst} SUBMISSION {indienen van voorstellen} EXPRESSION_OF_INTEREST {blijk van interesse}
    RECOMMENDATION {aanbeveling} REGISTRATION {registratie} RESULT {resultaten} other {datum}}`,
  left: '{left, plural, =0 {vandaag} =1 {morgen} other {over # dagen}}',
  reminderSubject: '{left, plural, =0 {Vandaag} =1 {Morgen} other {Over # dagen}}: {kind} – {title}',
  nowOpenSubject: 'Nu open, sluit {left}: {kind} – {title}',
  movedSubject: 'Nieuwe datum: {kind} – {title}',
  greeting: 'Beste {name},',
  reminder: 'Een herinnering aan een datum van de oproep “{title}”: {kind}, {left}.',
  nowOpen: 'De oproep “{title}” die u volgt, is al open. Voor deze datum sluit ze {left}; eerdere herinneringen vervallen.',
  moved: 'In de oproep “{title}” is een datum verplaatst ({kind}). Het was: {from}. Het is nu: {to}. Wat voor de oude datum gepland was, vervalt.',
  when: 'Wanneer:',
  contactBody: 'Instantie:',
  reference: 'Oproep:',
  website: 'Website van de oproep:',
  why: 'U krijgt deze mail omdat u deze oproep volgt.',
  stop: 'Geen mails meer over deze oproep',
  stopTitle: 'Geen mails meer over deze oproep?',
  stopQuestion: 'U krijgt dan geen herinneringen meer aan de datums van “{title}”.',
  stopButton: 'Stop deze mails',
  stopped: 'U krijgt geen herinneringen meer aan de datums van “{title}”. U kunt de oproep altijd opnieuw volgen.',
  stoppedTitle: 'Deze mails zijn gestopt',
};
