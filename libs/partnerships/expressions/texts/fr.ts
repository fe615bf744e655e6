import type { ExpressionTexts } from './en.js';

export const fr: ExpressionTexts = {
  greeting: 'Bonjour {name},',
  namedTitle: '{organisation} est citée dans la manifestation d’intérêt « {expression} »',
  named: `{lead} cite {organisation} dans sa manifestation d’intérêt auprès de {body}. {count, plural,
    =1 {C’est la seule de cette présélection qui cite {organisation}.}
    other {{organisation} figure dans # manifestations d’intérêt de cette présélection.}} C’est permis. Si ce n’est pas exact, prévenez {lead}.`,
  outcomeTitle: `{decision, select, RECOMMEND {Recommandé} NOT_RECOMMEND {Non recommandé} other {Non retenu}} : {expression}`,
  outcome: `{decision, select,
    RECOMMEND {{body} recommande « {expression} ». Vous pouvez commencer la proposition.}
    NOT_RECOMMEND {{body} ne recommande pas « {expression} ».}
    other {{body} n’a pas retenu « {expression} » dans sa présélection.}}`,
  call: 'Appel :',
  body: 'Organisme :',
  lead: 'Coordinateur :',
  decidedAt: 'Décision du :',
  reason: 'Motif :',
  why: 'Vous recevez ce message parce que votre organisation figure dans cette manifestation d’intérêt.',
};
