import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';
import { docxOf } from './docx.js';
import { pdfOf } from './pdf.js';
import { inOrder, type Recommendation, type RecommendedExpression } from './recommendation.js';
import { sheetOf } from './sheet.js';

const EXPRESSION: RecommendedExpression = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'INSISST',
  lead: 'Sociale InnovatieFabriek',
  state: 'RECOMMENDED',
  reason: 'Fits, "all" four objectives',
  decidedAt: new Date('2023-10-16T09:30:00Z'),
  submittedAt: new Date('2023-10-13T14:40:00Z'),
  version: 2,
  weightedMean: 7.25,
  members: [{ name: 'Sociale InnovatieFabriek', country: 'BE', agreed: true }, { name: 'Łódź – Šiauliai', country: null, agreed: false }],
  history: [
    { number: 2, at: new Date('2023-10-13T14:40:00Z'), event: 'SUBMIT', role: 'REPRESENTATIVE', organisation: 'Sociale InnovatieFabriek', reason: null },
    { number: 4, at: new Date('2023-10-16T09:30:00Z'), event: 'RECOMMEND', role: 'PROGRAMME_OFFICER', organisation: 'Europa WSE', reason: 'Fits' },
  ],
};
const RECOMMENDATION: Recommendation = {
  track: 'NCC-2023-VL',
  call: 'NCC-2023',
  callTitles: { nl: 'Nationale competentiecentra' },
  body: 'Europa WSE',
  gate: { local: '2023-10-14', zone: 'Europe/Brussels', precision: 'DAY' },
  madeAt: new Date('2023-10-16T10:00:00Z'),
  criteria: [{ key: 'fit', name: 'Inhoud', weight: 3 }],
  expressions: [EXPRESSION],
};

describe('a recommendation as a document', () => {
  it('says in the language of the body what was decided, why, by whom in which role, and when in which zone', () => {
    const { title, facts, sections } = sheetOf(RECOMMENDATION, 'nl');
    expect(title).toBe('Aanbeveling van Europa WSE');
    expect(facts.map(({ value }) => value)).toEqual([
      'Nationale competentiecentra (NCC-2023)',
      'NCC-2023-VL',
      'zaterdag 14 oktober 2023, tot het einde van de dag in Brussel',
      '16 oktober 2023 om 12:00:00 CEST',
      'Inhoud (3)',
    ]);
    expect(sections[0]?.facts.map(({ value }) => value)).toEqual([
      'Aanbevolen', 'Fits, "all" four objectives', 'Sociale InnovatieFabriek', '13 oktober 2023 om 16:40:00 CEST', '2', '7,25',
    ]);
    expect(sections[0]?.tables.map(({ rows }) => rows)).toEqual([
      [['Sociale InnovatieFabriek', 'BE', 'doet mee'], ['Łódź – Šiauliai', '–', 'genoemd']],
      [
        ['13 oktober 2023 om 16:40:00 CEST', 'ingediend', 'vertegenwoordiger, Sociale InnovatieFabriek', ''],
        ['16 oktober 2023 om 11:30:00 CEST', 'aanbevolen', 'programmabeheerder, Europa WSE', 'Fits'],
      ],
    ]);
  });

  it.each(['nl', 'fr', 'en', 'de'] as const)('has no text left open in %s, whatever the state', (language) => {
    const states = ['RECOMMENDED', 'NOT_RECOMMENDED', 'SHORTLISTED', 'NOT_SHORTLISTED', 'UNDER_REVIEW', 'WITHDRAWN'] as const;
    const sheet = sheetOf({ ...RECOMMENDATION, expressions: states.map((state) => ({ ...EXPRESSION, state })) }, language);
    expect(JSON.stringify(sheet)).not.toMatch(/[{}]\w+[{}]|select,|undefined/);
    expect(new Set(sheet.sections.map(({ facts }) => facts[0]?.value)).size).toBe(states.length);
    expect(sheet.pageOf(1, 2)).toMatch(/1.+2/);
  });

  it.each([['PDF', pdfOf, '%PDF-'], ['DOCX', docxOf, 'PK\u0003\u0004']] as const)('is a %s, of the same bytes each time', async (_, make, begins) => {
    const one = await make(sheetOf(RECOMMENDATION, 'nl'));
    expect(one.subarray(0, begins.length).toString('latin1')).toBe(begins);
    const later = await make(sheetOf(RECOMMENDATION, 'nl'));
    expect(later.equals(one)).toBe(true);
    const empty = await make(sheetOf({ ...RECOMMENDATION, expressions: [] }, 'fr'));
    expect(empty.equals(one)).toBe(false);
  });

  it('is a CSV of one line an expression, safe to open in a spreadsheet', () => {
    const csv = csvOf({ ...RECOMMENDATION, expressions: [EXPRESSION, { ...EXPRESSION, name: '=HYPERLINK("x")', reason: null, decidedAt: null, weightedMean: null }] });
    expect(csv.split('\r\n')).toEqual([
      'expression,lead,state,reason,decided_at,submitted_at,version,weighted_mean,members',
      'INSISST,Sociale InnovatieFabriek,RECOMMENDED,"Fits, ""all"" four objectives",2023-10-16T09:30:00.000Z,2023-10-13T14:40:00.000Z,2,7.25,Sociale InnovatieFabriek (BE); Łódź – Šiauliai',
      `"'=HYPERLINK(""x"")",Sociale InnovatieFabriek,RECOMMENDED,,,2023-10-13T14:40:00.000Z,2,,Sociale InnovatieFabriek (BE); Łódź – Šiauliai`,
      '',
    ]);
  });

  it('tells first what is recommended, and last what was withdrawn', () => {
    const all = (['WITHDRAWN', 'UNDER_REVIEW', 'NOT_RECOMMENDED', 'RECOMMENDED'] as const).map((state) => ({ ...EXPRESSION, state }));
    expect(inOrder(all).map(({ state }) => state)).toEqual(['RECOMMENDED', 'NOT_RECOMMENDED', 'UNDER_REVIEW', 'WITHDRAWN']);
  });
});
