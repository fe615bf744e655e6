import type { RecommendationTexts } from './en.js';

export const de: RecommendationTexts = {
  title: 'Empfehlung von {body}',
  call: 'Aufruf:',
  track: 'Vorauswahl:',
  gate: 'Interessenbekundung:',
  madeAt: 'Dieses Dokument wurde erstellt am:',
  criteria: 'Kriterien und Gewichte:',
  state: `{state, select,
    RECOMMENDED {Empfohlen}
    NOT_RECOMMENDED {Nicht empfohlen}
    SHORTLISTED {In der engeren Wahl, nicht entschieden}
    NOT_SHORTLISTED {Nicht in der engeren Wahl}
    WITHDRAWN {Zurückgezogen}
    other {In Prüfung}}`,
  lead: 'Koordinator:',
  outcome: 'Ergebnis:',
  reason: 'Grund:',
  submittedAt: 'Eingereicht am:',
  version: 'Fassung:',
  weightedMean: 'Gewichtetes Mittel der Noten (0 bis 10; es berät):',
  members: 'Mitglieder',
  name: 'Name',
  country: 'Land',
  standing: 'Stellung',
  agreed: '{agreed, select, yes {macht mit} other {genannt}}',
  history: 'Was geschah',
  when: 'Wann',
  what: 'Was',
  who: 'Durch',
  why: 'Grund',
  event: `{event, select,
    SUBMIT {eingereicht}
    AMEND {geändert}
    WITHDRAW {zurückgezogen}
    SHORTLIST {in die engere Wahl genommen}
    NOT_SHORTLIST {nicht in die engere Wahl genommen}
    RECOMMEND {empfohlen}
    NOT_RECOMMEND {nicht empfohlen}
    other {{event}}}`,
  role: '{role, select, PROGRAMME_OFFICER {Programmverantwortlicher} REPRESENTATIVE {Vertretung} MEMBER {Mitarbeiter} other {–}}',
  nothing: 'Niemand hat Interesse bekundet.',
  page: 'Seite {page} von {pages}',
};
