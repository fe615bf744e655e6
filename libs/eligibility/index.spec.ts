import { describe, expect, it } from '@jest/globals';
import {
  checker,
  checkRules,
  compileRules,
  constraintsOf,
  membership,
  parseRules,
  repairer,
  RULESET_SCHEMA,
  screen,
  SENTENCE_LANGUAGES,
  sentenceOf,
  solver,
  type Member,
} from './index.js';

/** What README.md shows. */
const JSON_RULES = [
  {
    id: 'states',
    severity: 'MANDATORY',
    message: { en: 'Three states.' },
    must: {
      where: { roles: ['COORDINATOR', 'CO_APPLICANT'], countryIn: 'EU' },
      fn: 'countDistinct',
      field: 'country',
      op: '>=',
      value: 3,
    },
  },
];

const facts = () => ['BE', 'NL', 'IE'].map((country) => ({ codes: [], country, designations: [] }));

function members(): Member[] {
  const [be, nl] = facts();
  return [
    { id: 'gent', roles: ['COORDINATOR'], confirmed: true, facts: be! },
    { id: 'goes', roles: ['CO_APPLICANT'], confirmed: true, facts: nl! },
  ];
}

describe('eligibility, as its README shows it', () => {
  it('judges a draft and says the rule', () => {
    const call = { rules: parseRules(JSON_RULES), countrySets: { EU: ['BE', 'NL', 'IE'] }, bodies: [] };
    const [be] = facts();
    const check = checker(call);
    const { rules } = check({ members: members(), project: { fields: {} } });
    expect(rules[0]).toMatchObject({
      verdict: 'NOT_MET',
      have: 2,
      need: { min: 3 },
      values: ['BE', 'NL'],
      counted: ['gent', 'goes'],
    });
    expect(SENTENCE_LANGUAGES.map((language) => sentenceOf(call.rules[0]!, language))[1]).toBe(
      'Minstens 3 verschillende “EU” onder coördinator en medeaanvragers.',
    );
    expect(membership(call, be!).join.verdict).toBe('MET');
  });

  it('repairs it, and puts it as linear constraints', async () => {
    const call = { rules: parseRules(JSON_RULES), countrySets: { EU: ['BE', 'NL', 'IE'] }, bodies: [] };
    const [, , ie] = facts();
    const repair = repairer(call, [{ id: 'cork', facts: ie! }], await solver());
    expect(repair({ members: members(), project: { fields: {} } })).toEqual({
      steps: [{ action: 'ADD', role: 'CO_APPLICANT', candidates: 1, first: ['cork'] }],
      open: [],
    });
    const rules = compileRules(call).map((rule) => ({ ...rule, aim: 'NOT_REFUSED' as const }));
    expect(constraintsOf(rules, members(), { fields: {} }).rows.map(({ rule }) => rule)).toContain('states');
  });

  it('helps whoever writes rules', () => {
    const [problem] = checkRules([{ ...JSON_RULES[0], must: { fn: 'cuont', op: '>=', value: 1 } }]);
    expect(problem).toMatchObject({
      rule: 'states',
      path: 'rules[0].must.fn',
      reason: expect.stringContaining('did you mean count?') as unknown,
    });
    expect(RULESET_SCHEMA['type']).toBe('array');
    expect(screen({})).toBe('CLASSICAL');
  });
});
