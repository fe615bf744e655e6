import type { ReminderTexts } from './en.js';

export const de: ReminderTexts = {
  kind: `{kind, select,
    OPENING {Öffnung} EVENT {Treffen} SUBMISSION {Einreichung der Anträge} EXPRESSION_OF_INTEREST {Interessenbekundung}
    RECOMMENDATION {Empfehlung} REGISTRATION {Registrierung} RESULT {Ergebnisse} other {Termin}}`,
  left: '{left, plural, =0 {heute} =1 {morgen} other {in # Tagen}}',
  reminderSubject: '{left, plural, =0 {Heute} =1 {Morgen} other {In # Tagen}}: {kind} – {title}',
  nowOpenSubject: 'Bereits offen, schließt {left}: {kind} – {title}',
  movedSubject: 'Neuer Termin: {kind} – {title}',
  greeting: 'Guten Tag {name},',
  reminder: 'Eine Erinnerung an einen Termin des Aufrufs „{title}“: {kind}, {left}.',
  nowOpen: 'Der Aufruf „{title}“, dem Sie folgen, ist bereits offen. Für diesen Termin schließt er {left}; frühere Erinnerungen entfallen.',
  moved: 'Im Aufruf „{title}“ wurde ein Termin verlegt ({kind}). Bisher: {from}. Jetzt: {to}. Was für den alten Termin geplant war, entfällt.',
  when: 'Wann:',
  contactBody: 'Stelle:',
  reference: 'Aufruf:',
  website: 'Website des Aufrufs:',
  why: 'Sie erhalten diese E-Mail, weil Sie diesem Aufruf folgen.',
  stop: 'Keine E-Mails mehr zu diesem Aufruf',
  stopTitle: 'Keine E-Mails mehr zu diesem Aufruf?',
  stopQuestion: 'Sie erhalten dann keine Erinnerungen mehr an die Termine von „{title}“.',
  stopButton: 'Diese E-Mails beenden',
  stopped: 'Sie erhalten keine Erinnerungen mehr an die Termine von „{title}“. Sie können dem Aufruf jederzeit wieder folgen.',
  stoppedTitle: 'Diese E-Mails sind beendet',
};
