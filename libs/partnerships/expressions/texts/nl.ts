import type { ExpressionTexts } from './en.js';

export const nl: ExpressionTexts = {
  greeting: 'Beste {name},',
  namedTitle: '{organisation} wordt genoemd in de blijk van interesse “{expression}”',
  named: `{lead} noemt {organisation} in haar blijk van interesse bij {body}. {count, plural,
    =1 {Het is de enige in dit traject die {organisation} noemt.}
    other {{organisation} staat in # blijken van interesse in dit traject.}} Dat mag. Klopt het niet, laat het dan aan {lead} weten.`,
  outcomeTitle: `{decision, select, RECOMMEND {Aanbevolen} NOT_RECOMMEND {Niet aanbevolen} other {Niet op de shortlist}}: {expression}`,
  outcome: `{decision, select,
    RECOMMEND {{body} beveelt “{expression}” aan. U kunt nu aan het voorstel beginnen.}
    NOT_RECOMMEND {{body} beveelt “{expression}” niet aan.}
    other {{body} heeft “{expression}” niet op de shortlist gezet.}}`,
  call: 'Oproep:',
  body: 'Instantie:',
  lead: 'Coördinator:',
  decidedAt: 'Beslist op:',
  reason: 'Reden:',
  why: 'U krijgt deze mail omdat uw organisatie in deze blijk van interesse staat.',
};
