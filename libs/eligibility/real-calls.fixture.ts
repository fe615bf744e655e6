import type { EligibilityCall } from './eligibility-call.js';
import { parseRules } from './parse-rules.js';

/*
 * Rules of real calls, copied by hand: those that speak about who may join or lead, and one of every other form.
 * Messages are shortened to their English.
 */
const MEMBERS = ['COORDINATOR', 'CO_APPLICANT'];
const CAPACITY = { minCountries: 2, implementedWithin: ['2019-01-01', '2023-12-31'], anyOf: [{ minMonths: 12 }] };

function rule(id: string, level: string, measure: object, op: string, value: unknown, more: object = {}): object {
  return { id, level, measure, op, value, severity: 'MANDATORY', message: { en: id }, src: ['SOURCE'], ...more };
}

function statesOf(countryIn: string | string[], value: number): object {
  const where = { roles: MEMBERS, countryIn };
  return rule('member-states', 'consortium', { fn: 'countDistinct', field: 'country' }, '>=', value, { where });
}

export const REAL_RULES = {
  'NCC-2023': [
    rule('consortium-only', 'consortium', { fn: 'count' }, '>=', 3, { where: { roles: MEMBERS } }),
    statesOf('EU27_2020', 3),
    rule(
      'endorsement-per-state',
      'consortium',
      {
        fn: 'everyGroup',
        groupBy: 'country',
        having: {
          where: { document: 'LETTER_OF_ENDORSEMENT', or: { designation: 'MANAGING_AUTHORITY:ESF' } },
          fn: 'count',
          op: '>=',
          value: 1,
        },
      },
      '==',
      true,
      { where: { roles: MEMBERS }, assumed: true, note: 'carried over from the 2020 call' },
    ),
    rule('coordinator-capacity', 'coordinator', { fn: 'projectExperience', spec: CAPACITY }, '==', true),
    rule('co-financing', 'project', { fn: 'ratio', num: 'grantEur', den: 'totalBudgetEur' }, '<=', 0.8),
    rule('grant-size', 'project', { fn: 'field', field: 'grantEur' }, 'between', [500000, 1500000], {
      severity: 'INDICATIVE',
    }),
  ],
  'NCC-2020': [
    rule(
      'states-covered',
      'consortium',
      {
        fn: 'anyOf',
        of: [
          { option: 'A', where: { countryIn: 'EU27_2020' }, fn: 'countDistinct', field: 'country', op: '>=', value: 3 },
          { option: 'B', allOf: [{ fn: 'field', field: 'cascadingGrantCountries', op: '>=', value: 3 }] },
        ],
      },
      '==',
      true,
    ),
    rule('one-endorsement-per-state', 'call', { fn: 'maxPerGroup', groupBy: 'country', of: 'ENDORSEMENT' }, '<=', 1),
    rule('no-international-members', 'consortium', { fn: 'count' }, '==', 0, {
      where: { roles: MEMBERS, orgTypeIn: ['INTERNATIONAL_ORGANISATION'] },
    }),
  ],
  'ESF-NL-SITS': [
    rule('lead-applicant', 'coordinator', { fn: 'field', field: 'eligibleAs' }, 'in', [
      'DESIGNATION:CENTRE_MUNICIPALITY',
      'ORG:uwv',
      'ORG:min-venj-nl',
    ]),
    rule('transnational-partner', 'consortium', { fn: 'countDistinct', field: 'country' }, '>=', 2, {
      when: { projectObjectiveIncludes: 'TC' },
      where: { roles: [...MEMBERS, 'PARTNER'], countryIn: 'EU28' },
    }),
    rule('partnership-agreement', 'documents', { fn: 'hasDocument', kind: 'PARTNERSHIP_AGREEMENT' }, '==', true),
    rule('dissemination-plan', 'project', { fn: 'hasField', field: 'disseminationPlan' }, '==', true),
    rule('foreign-cities-knowledge', 'consortium', { fn: 'count' }, '>=', 1, {
      where: { orgTypeIn: ['MUNICIPALITY', 'UNIVERSITY'], not: { roles: ['COORDINATOR'] } },
      severity: 'DESIRABLE',
    }),
  ],
  '2SEAS-SO13': [
    statesOf('TWO_SEAS_STATES', 2),
    rule('uk-partner', 'consortium', { fn: 'count' }, '>=', 1, { where: { roles: MEMBERS, countryIn: ['GB'] } }),
    rule('programme-area', 'consortium', { fn: 'count' }, '==', 0, {
      where: { roles: MEMBERS, nutsNotIn: 'AREA:INTERREG-2-SEAS-2014-2020' },
      severity: 'WARNING',
    }),
    rule('not-classical-inclusion', 'project', { fn: 'screening', questionnaire: 'CHECK' }, '==', 'INNOVATIVE'),
    rule('challenge', 'project', { fn: 'countIn', field: 'challenges', set: 'call.challenges' }, '>=', 1),
    rule('joint-preparation', 'project', { fn: 'hasField', field: 'jointPreparatoryPhase' }, '==', true, {
      when: { actionTypesInclude: 'SMALL_SCALE_INFRASTRUCTURE' },
    }),
  ],
  'EASI-VP-2020-003': [
    rule('place', 'organisation', { fn: 'field', field: 'country' }, 'in', ['EU27_2020', 'EASI_2020_NON_EU'], {
      where: { roles: MEMBERS },
    }),
    rule(
      'type',
      'organisation',
      { fn: 'field', field: 'orgType' },
      'in',
      ['PUBLIC_AUTHORITY', 'PUBLIC_AGENCY', 'NOT_FOR_PROFIT', 'RESEARCH_CENTRE', 'UNIVERSITY', 'CIVIL_SOCIETY_ORGANISATION'],
      { where: { roles: MEMBERS } },
    ),
  ],
  'TEMPLATE-HE-RIA': [
    statesOf(['EU27_2020', 'HE_ASSOCIATED'], 3),
    rule('three-independent', 'consortium', { fn: 'count' }, '>=', 3, { where: { roles: MEMBERS, independent: true } }),
  ],
} as const satisfies Record<string, readonly object[]>;

export type RealCall = keyof typeof REAL_RULES;

/** Country sets cut down to a few members; HE_ASSOCIATED is missing on purpose. */
const COUNTRY_SETS = {
  EU27_2020: ['BE', 'DE', 'FR', 'GR', 'IE', 'NL'],
  EU28: ['BE', 'DE', 'FR', 'GB', 'GR', 'IE', 'NL'],
  TWO_SEAS_STATES: ['FR', 'GB', 'BE', 'NL'],
  EASI_2020_NON_EU: ['IS', 'NO'],
};

export function realCall(id: RealCall): EligibilityCall {
  const bodies = id === 'NCC-2023' ? ['europa-wse'] : [];
  return { rules: parseRules(REAL_RULES[id]), countrySets: COUNTRY_SETS, bodies };
}
