import type { RecommendationTexts } from './en.js';

export const nl: RecommendationTexts = {
  title: 'Aanbeveling van {body}',
  call: 'Oproep:',
  track: 'Traject:',
  gate: 'Interesse opgeven kon:',
  madeAt: 'Dit document is gemaakt op:',
  criteria: 'Criteria en gewichten:',
  state: `{state, select,
    RECOMMENDED {Aanbevolen}
    NOT_RECOMMENDED {Niet aanbevolen}
    SHORTLISTED {Op de shortlist, niet beslist}
    NOT_SHORTLISTED {Niet op de shortlist}
    WITHDRAWN {Ingetrokken}
    other {In beoordeling}}`,
  lead: 'Coördinator:',
  outcome: 'Uitkomst:',
  reason: 'Reden:',
  submittedAt: 'Ingediend:',
  version: 'Versie:',
  weightedMean: 'Gewogen gemiddelde van de scores (0 tot 10; het adviseert):',
  members: 'Leden',
  name: 'Naam',
  country: 'Land',
  standing: 'Positie',
  agreed: '{agreed, select, yes {doet mee} other {genoemd}}',
  history: 'Wat er gebeurde',
  when: 'Wanneer',
  what: 'Wat',
  who: 'Door',
  why: 'Reden',
  event: `{event, select,
    SUBMIT {ingediend}
    AMEND {gewijzigd}
    WITHDRAW {ingetrokken}
    SHORTLIST {op de shortlist gezet}
    NOT_SHORTLIST {niet op de shortlist gezet}
    RECOMMEND {aanbevolen}
    NOT_RECOMMEND {niet aanbevolen}
    other {{event}}}`,
  role: '{role, select, PROGRAMME_OFFICER {programmabeheerder} REPRESENTATIVE {vertegenwoordiger} MEMBER {medewerker} other {–}}',
  nothing: 'Niemand gaf interesse op.',
  page: 'Pagina {page} van {pages}',
};
