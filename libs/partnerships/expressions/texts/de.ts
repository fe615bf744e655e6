import type { ExpressionTexts } from './en.js';

export const de: ExpressionTexts = {
  greeting: 'Guten Tag {name},',
  namedTitle: '{organisation} wird in der Interessenbekundung „{expression}“ genannt',
  named: `{lead} nennt {organisation} in der Interessenbekundung bei {body}. {count, plural,
    =1 {Es ist die einzige in dieser Vorauswahl, die {organisation} nennt.}
    other {{organisation} steht in # Interessenbekundungen dieser Vorauswahl.}} Das ist erlaubt. Stimmt es nicht, sagen Sie es bitte {lead}.`,
  outcomeTitle: `{decision, select, RECOMMEND {Empfohlen} NOT_RECOMMEND {Nicht empfohlen} other {Nicht in der engeren Wahl}}: {expression}`,
  outcome: `{decision, select,
    RECOMMEND {{body} empfiehlt „{expression}“. Sie können jetzt mit dem Antrag beginnen.}
    NOT_RECOMMEND {{body} empfiehlt „{expression}“ nicht.}
    other {{body} hat „{expression}“ nicht in die engere Wahl genommen.}}`,
  call: 'Aufruf:',
  body: 'Stelle:',
  lead: 'Koordinator:',
  decidedAt: 'Entschieden am:',
  reason: 'Grund:',
  why: 'Sie erhalten diese Mail, weil Ihre Organisation in dieser Interessenbekundung steht.',
};
