import type { ReminderTexts } from './en.js';

export const de: ReminderTexts = {
  kind: `{kind, select,
    OPENING {Öffnung} EVENT {Treffen} SUBMISSION {Einreichung der Anträge} EXPRESSION_OF_INTEREST {Interessenbekundung}
    RECOMMENDATION {Empfehlung} REGISTRATION {Registrierung} RESULT {Ergebnisse}
    INVITATION {Antwort auf eine Einladung} other {Termin}}`,
  left: '{left, plural, =0 {heute} =1 {morgen} other {in # Tagen}}',
  reminderSubject: '{left, plural, =0 {Heute} =1 {Morgen} other {In # Tagen}}: {kind} – {title}',
  nowOpenSubject: 'Bereits offen, schließt {left}: {kind} – {title}',
  movedSubject: 'Neuer Termin: {kind} – {title}',
  madeExactSubject: 'Genauer Termin: {kind} – {title}',
  greeting: 'Guten Tag {name},',
  reminder: 'Eine Erinnerung an einen Termin des Aufrufs „{title}“: {kind}, {left}.',
  nowOpen: 'Der Aufruf „{title}“ ist bereits offen. Für diesen Termin schließt er {left}; frühere Erinnerungen entfallen.',
  moved: 'Im Aufruf „{title}“ wurde ein Termin verlegt ({kind}). Bisher: {from}. Jetzt: {to}. Was für den alten Termin geplant war, entfällt.',
  madeExact: 'Im Aufruf „{title}“ steht der Termin jetzt genau fest ({kind}). Bisher: {from}. Jetzt: {to}.',
  when: 'Wann:',
  contactBody: 'Stelle:',
  reference: 'Aufruf:',
  website: 'Website des Aufrufs:',
  why: `{audience, select,
    INVITEES {Sie erhalten diese E-Mail, weil Sie für {organisation} arbeiten; diese Organisation ist eingeladen.}
    LEADS {Sie erhalten diese E-Mail, weil Sie für den federführenden Partner von {consortia} arbeiten.}
    BODY_OFFICERS {Sie erhalten diese E-Mail, weil Sie Programmbeauftragte oder Programmbeauftragter dieser Stelle sind.}
    ATTENDEES {Sie erhalten diese Mail, weil Sie sich zu dieser Veranstaltung angemeldet haben.}
    FOLLOWERS {Sie erhalten diese E-Mail, weil Sie diesem Aufruf folgen.}
    other {Sie erhalten diese E-Mail, weil Sie zu diesem Termin eine Aufgabe haben.}}`,
  stop: 'Keine E-Mails mehr zu diesem Aufruf',
  stopTitle: 'Keine E-Mails mehr zu diesem Aufruf?',
  stopQuestion: 'Sie erhalten dann keine Erinnerungen mehr an die Termine von „{title}“.',
  stopButton: 'Diese E-Mails beenden',
  stopped: 'Sie erhalten keine Erinnerungen mehr an die Termine von „{title}“. Sie können dem Aufruf jederzeit wieder folgen.',
  calendar: 'Verbond: alle meine Termine',
  stoppedTitle: 'Diese E-Mails sind beendet',
  changedSubject: 'Geändert: {title}',
  changed: 'Der Aufruf „{title}“, dem Sie folgen, wurde geändert: {what}.',
  section: `{section, select,
    rules {seine Regeln} countrySets {die zählenden Länder} announcements {Mitteilungen} documents {Unterlagen}
    requiredDocuments {die verlangten Unterlagen} expectedBeneficiaries {wer erwartet wird} budgetEur {sein Budget}
    grantEur {die Höhe der Förderung} maxRate {der geförderte Anteil} maxMonths {die Dauer der Projekte} other {seine Aktivitäten}}`,
  announcement: 'Mitteilung:',
  reason: 'Warum:',
  eligibleSubject: `{change, select,
    MAY_LEAD {Sie können jetzt einen Antrag stellen} MAY_JOIN {Sie können jetzt teilnehmen}
    MAY_NOT_JOIN {Sie können nicht mehr teilnehmen} other {Sie können keinen Antrag mehr stellen}}: {title}`,
  eligible: `Neue Regeln (Version {version}) des Aufrufs „{title}“: {organisation} {change, select,
    MAY_LEAD {kann jetzt einen Antrag stellen} MAY_JOIN {kann jetzt teilnehmen} MAY_NOT_JOIN {kann nicht mehr teilnehmen}
    other {kann teilnehmen, aber keinen Antrag mehr stellen}}.`,
  whyEligible: 'Sie erhalten diese E-Mail, weil Sie für {organisation} handeln, die an Themen dieses Aufrufs arbeitet.',
  stopOpportunities: 'Keine E-Mails zu Aufrufen, denen ich nicht folge',
  digestSubject: '{count, plural, other {# Nachrichten}}: {first}',
  digest: 'Das ist alles, was es Ihnen heute zu sagen gibt.',
  whyDigest: 'Sie erhalten eine E-Mail am Tag, weil Sie das gewählt haben.',
  stopAll: 'Alle diese E-Mails beenden',
  settings: 'Einstellungen meiner E-Mails',
  digestWish: 'Eine E-Mail am Tag, morgens, statt einer je Termin',
  opportunitiesWish: 'Mir sagen, wenn neue Regeln eines Aufrufs meine Organisation betreffen',
  followedCalls: 'Aufrufe, denen ich folge',
  save: 'Speichern',
  saved: 'Ihre Einstellungen sind gespeichert.',
  stopAllQuestion: 'Sie erhalten keine E-Mails mehr zu Aufrufen, außer denen, die zu einer Aufgabe von Ihnen gehören.',
  foundSubject: 'Neu zu Ihrer Suche: {title}',
  found: 'Der Aufruf „{title}“ ist neu und passt zu Ihrer Suche: {search}.',
  whyFound: 'Sie erhalten diese E-Mail, weil Sie diese Suche gespeichert haben.',
  dropLink: 'Nichts mehr zu diesem Aufruf',
  drop: 'Nichts mehr zu diesem Aufruf?',
  dropQuestion: 'Keine Suche meldet Ihnen „{title}“ noch einmal.',
  stopSearches: 'Keine E-Mails zu meinen Suchen',
  savedSearches: 'Meine Suchen',
  notYet: `{kind, select,
    EXPRESSION_OF_INTEREST {Noch keine Interessenbekundung eingereicht: {consortia}.} other {Noch nicht bereit: {consortia}.}}`,
  consortium: 'Konsortium:',
  task: 'Zu tun:',
  invitationSubject: '{left, plural, =0 {Heute} =1 {Morgen} other {In # Tagen}}: Einladung zu {consortium} läuft ab',
  invitation: '{lead} hat {organisation} eingeladen, am Konsortium {consortium} teilzunehmen. Die Einladung läuft {left} ab und ist noch nicht beantwortet.',
  answerBy: 'Antwort bis:',
  answerHere: 'Hier antworten:',
};
