import { describe, expect, it } from '@jest/globals';
import { checker, checkRules, membership, parseRules, RULESET_SCHEMA, screen, SENTENCE_LANGUAGES, sentenceOf } from './index.js';

/** What README.md shows. */
const JSON_RULES = [
  {
    id: 'states',
    severity: 'MANDATORY',
    message: { en: 'Three states.' },
    must: { where: { roles: ['COORDINATOR', 'CO_APPLICANT'], countryIn: 'EU' }, fn: 'countDistinct', field: 'country', op: '>=', value: 3 },
  },
];

describe('eligibility, as its README shows it', () => {
  it('judges a draft and says the rule', () => {
    const call = { rules: parseRules(JSON_RULES), countrySets: { EU: ['BE', 'NL', 'IE'] }, bodies: [] };
    const [be, nl] = ['BE', 'NL'].map((country) => ({ codes: [], country, designations: [] }));
    const check = checker(call);
    const { rules } = check({
      members: [
        { id: 'gent', roles: ['COORDINATOR'], confirmed: true, facts: be! },
        { id: 'goes', roles: ['CO_APPLICANT'], confirmed: true, facts: nl! },
      ],
      project: { fields: {} },
    });
    expect(rules[0]).toMatchObject({ verdict: 'NOT_MET', have: 2, need: { min: 3 }, values: ['BE', 'NL'], counted: ['gent', 'goes'] });
    expect(SENTENCE_LANGUAGES.map((language) => sentenceOf(call.rules[0]!, language))[1]).toBe(
      'Minstens 3 verschillende “EU” onder coördinator en medeaanvragers.',
    );
    expect(membership(call, be!).join.verdict).toBe('MET');
  });

  it('helps whoever writes rules', () => {
    const [problem] = checkRules([{ ...JSON_RULES[0], must: { fn: 'cuont', op: '>=', value: 1 } }]);
    expect(problem).toMatchObject({ rule: 'states', path: 'rules[0].must.fn', reason: expect.stringContaining('did you mean count?') as unknown });
    expect(RULESET_SCHEMA['type']).toBe('array');
    expect(screen({})).toBe('CLASSICAL');
  });
});
