/** Rules that real calls elsewhere have, in the words of those calls; none of the twelve needs them. */
export const FURTHER_RULES = {
  'SMEs bear at least 50 % of the budget': {
    where: { fact: { field: 'sme', op: '==', value: true } },
    fn: 'share',
    field: 'budgetEur',
    op: '>=',
    value: 0.5,
  },
  'no country has over 40 % of the budget': {
    fn: 'everyGroup',
    groupBy: 'country',
    having: { fn: 'share', field: 'budgetEur', op: '<=', value: 0.4 },
  },
  'members bring in at least EUR 100 000': { fn: 'sum', field: 'budgetEur', op: '>=', value: 100000 },
  'at least half from inclusiveness countries': {
    where: { roles: ['COORDINATOR', 'CO_APPLICANT'], countryIn: 'INCLUSIVENESS' },
    fn: 'share',
    op: '>=',
    value: 0.5,
  },
  'as many companies as universities': {
    fn: 'ratio',
    num: { where: { orgTypeIn: 'BUSINESS' } },
    den: { where: { orgTypeIn: 'UNIVERSITY' } },
    op: '>=',
    value: 1,
  },
  'three independent entities, each in a different state, one of them in a Member State': {
    where: { roles: ['COORDINATOR', 'CO_APPLICANT'], countryIn: ['EU27_2020', 'HE_ASSOCIATED'] },
    fn: 'selection',
    size: 3,
    differ: ['country', 'controller'],
    with: [{ where: { countryIn: 'EU27_2020' }, fn: 'count', op: '>=', value: 1 }],
  },
  'a partner from another country than the coordinator’s': {
    where: { roles: ['CO_APPLICANT'], differsFromCoordinator: 'country' },
    fn: 'count',
    op: '>=',
    value: 1,
  },
  'established two years before the deadline': {
    fn: 'field',
    field: 'establishedOn',
    op: '<=',
    value: { milestone: 'SUBMISSION', offset: '-P2Y' },
  },
  'submitted at most once before': { fn: 'field', field: 'earlierSubmissions', op: '<=', value: 1 },
  'no member runs another project': { fn: 'field', field: 'runningProjects', op: '<=', value: 0 },
  'one consortium each': { fn: 'maxPerGroup', groupBy: 'member', of: 'CONSORTIUM', op: '<=', value: 1 },
  'not only public bodies': { not: { where: { orgTypeIn: 'PUBLIC' }, fn: 'share', op: '>=', value: 1 } },
  'local bodies of the area, without branches': {
    where: { nutsIn: ['NL34', 'AREA:COAST'], seatOnly: true, designation: 'CENTRE_MUNICIPALITY' },
    fn: 'count',
    op: '!=',
    value: 0,
  },
} as const satisfies Readonly<Record<string, object>>;

export type FurtherRule = keyof typeof FURTHER_RULES;

/** One of them as a rule; `when` a company takes part, where that is asked. */
export function furtherRule(name: FurtherRule, more: object = {}): object {
  return { id: 'rule', severity: 'MANDATORY', message: { en: name }, must: FURTHER_RULES[name], ...more };
}

export const WHEN_A_COMPANY = { when: { where: { orgTypeIn: 'COMPANY' }, fn: 'count', op: '>=', value: 1 } };
