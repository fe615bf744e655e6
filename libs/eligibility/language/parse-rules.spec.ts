import { describe, expect, it } from '@jest/globals';
import { checkRules, parseRules } from './parse-rules.js';
import { REAL_CALLS, realRules } from '../testing/real-calls.js';
import { InvalidRule } from './place.js';

const RULE = {
  id: 'uk-partner',
  level: 'consortium',
  where: { roles: ['COORDINATOR'], countryIn: 'TWO_SEAS_STATES' },
  measure: { fn: 'count' },
  op: '>=',
  value: 1,
  severity: 'MANDATORY',
  message: { en: 'At least one UK partner.' },
};

describe('parseRules', () => {
  it('reads all 48 rules of the twelve real calls', () => {
    expect(REAL_CALLS).toHaveLength(12);
    expect(REAL_CALLS.flatMap((id) => parseRules(realRules(id)))).toHaveLength(48);
  });

  it('gives one form to the short way of writing a rule', () => {
    const { where, measure, op, value, ...said } = RULE;
    const read = { where: { ...where, countryIn: ['TWO_SEAS_STATES'] }, measure, op, value };
    const expected = { ...said, must: read, src: [], assumed: false };
    expect(parseRules([RULE])).toEqual([expected]);
    expect(parseRules([{ ...said, must: { where, fn: 'count', op, value } }])).toEqual([expected]);
  });

  it('gives one form to the ways out of anyOf', () => {
    const [states] = parseRules(realRules('NCC-2020'));
    expect(states?.must).toMatchObject({
      anyOf: [
        { option: 'A', clause: { measure: { fn: 'countDistinct', field: 'country' }, op: '>=', value: 3 } },
        {
          option: 'B',
          clause: { allOf: [{ value: 2 }, { measure: { fn: 'field', field: 'cascadingGrantCountries' } }] },
        },
      ],
    });
  });

  it('gives one form to a short `when`', () => {
    const [, partner] = parseRules(realRules('ESF-NL-SITS'));
    expect(partner?.when).toEqual({ measure: { fn: 'field', field: 'objectives' }, op: 'includes', value: 'TC' });
  });

  it.each<[string, object, string]>([
    ['rules[0].id', { id: '' }, 'must be a text'],
    ['rules[0].level', { level: 'planet' }, 'must be one of organisation, coordinator'],
    ['rules[0].severity', { severity: 'HARD' }, 'must be one of MANDATORY'],
    ['rules[0].op', { op: '>' }, 'must be one of =='],
    ['rules[0].value', { value: '1' }, 'must be a number'],
    ['rules[0].value', { op: 'in', value: 'EU28' }, 'must be a list'],
    ['rules[0].value', { op: 'between', value: [5, 3] }, 'must be two numbers'],
    ['rules[0].value', { op: '==', value: null }, 'must be a number'],
    ['rules[0].fn', { measure: { fn: 'weigh' } }, 'must be one of count'],
    ['rules[0].fn', { measure: { fn: 'cuont' } }, 'did you mean count?'],
    ['rules[0].field', { measure: { fn: 'field' } }, 'must be a text; it is missing'],
    ['rules[0].field', { measure: { fn: 'field', field: 'month' } }, 'did you mean months?'],
    ['rules[0].field', { measure: { fn: 'field', field: 'disseminationPlan' } }, 'use hasField'],
    ['rules[0].set', { measure: { fn: 'count', set: 'x' } }, 'is not known here'],
    ['rules[0].measure.value', { measure: { fn: 'count', value: 3 } }, 'is written beside the measure'],
    ['rules[0].measure.of[0].fn', { measure: { fn: 'anyOf', of: [{ option: 'A' }] } }, 'must be one of'],
    ['rules[0].where', { must: { fn: 'count' } }, 'stands beside “must”'],
    ['rules[0].op', { measure: { fn: 'share' }, op: '==', value: 0.5 }, 'must be one of >=, <=, between'],
    [
      'rules[0].op',
      { measure: { fn: 'maxPerGroup', groupBy: 'country', of: 'X' }, op: '>=', value: 1 },
      'can only be <=',
    ],
    ['rules[0].size', { measure: { fn: 'selection', size: 1e6 }, op: '==', value: true }, 'from 1 to 50'],
    ['rules[0].where.fact.op', { where: { fact: { field: 'sme', op: '>=', value: true } } }, 'must be one of ==, !='],
    [
      'rules[0].where.fact.value.offset',
      { where: { fact: { field: 'establishedOn', op: '<=', value: { milestone: 'SUBMISSION', offset: '2 years' } } } },
      'must look like -P2Y',
    ],
    [
      'rules[0].where.independent',
      { measure: { fn: 'countDistinct', field: 'country' }, where: { independent: true } },
      'goes with count alone',
    ],
    ['rules[0].where.roles[1]', { where: { roles: ['COORDINATOR', 'BOSS'] } }, 'must be one of COORDINATOR'],
    ['rules[0].where.country', { where: { country: 'BE' } }, 'is not known here'],
    ['rules[0].where.or.independent', { where: { or: { independent: 'yes' } } }, 'can only be true'],
    ['rules[0].message', { message: {} }, 'in at least one language'],
    ['rules[0].message.nl', { message: { en: 'x', nl: 3 } }, 'must be a text'],
    ['rules[0].src', { src: 'UA' }, 'must be a list'],
    ['rules[0].whom', { whom: {} }, 'is not known here'],
    ['rules[0].when.fn', { when: { objective: 'TC' } }, 'must be one of count'],
  ])('refuses a mistake at %s', (path, mistake, reason) => {
    const refusal = refusalOf([{ ...RULE, ...mistake }]);
    expect(refusal.path).toBe(path);
    expect(refusal.reason).toContain(reason);
  });

  it('refuses what is no list of rules, and an id used twice', () => {
    expect(refusalOf({})).toMatchObject({ path: 'rules', message: 'rules: must be a list, written [ … ]' });
    expect(refusalOf([null])).toMatchObject({ path: 'rules[0]', reason: 'must be an object, written { … }' });
    expect(refusalOf([RULE, RULE])).toMatchObject({ path: 'rules[1].id', reason: 'uk-partner is used twice' });
  });
});

describe('parseRules and rules that refer to rules', () => {
  const rule = (id: string, must: object): object => ({ id, severity: 'MANDATORY', message: { en: id }, must });
  const choice = { fn: 'selection', size: 2 };

  it('refuses circles and names that are not there', () => {
    expect(refusalOf([rule('a', { not: { rule: 'b' } }), rule('b', { allOf: [{ rule: 'a' }] })]).reason).toContain(
      'a → b → a',
    );
    expect(refusalOf([rule('a', { rule: 'x' })]).reason).toContain('refers to a rule x that is not in this ruleset');
  });

  it('refuses rules that grow beyond measure once their references are written out', () => {
    const twice = Array.from({ length: 40 }, (_, level) =>
      rule(
        `r${level}`,
        level === 0
          ? { fn: 'count', op: '>=', value: 1 }
          : { allOf: [{ rule: `r${level - 1}` }, { rule: `r${level - 1}` }] },
      ),
    );
    expect(refusalOf(twice).reason).toContain('too large');
  });

  it.each<[string, object]>([
    ['denied', { not: choice }],
    ['denied by its value', { ...choice, value: false, op: '==' }],
    ['denied by reference', { not: { rule: 'chosen' } }],
  ])('refuses a selection that is %s', (_how, must) => {
    expect(refusalOf([rule('chosen', choice), rule('other', must)]).reason).toContain('can only be demanded');
  });

  it('takes a selection that is denied twice', () => {
    expect(parseRules([rule('chosen', { not: { not: choice } })])).toHaveLength(1);
  });
});

describe('checkRules', () => {
  it('finds nothing in the real calls', () => {
    expect(REAL_CALLS.flatMap((id) => checkRules(realRules(id)))).toEqual([]);
  });

  it('tells one mistake a rule, and which rule it is', () => {
    expect(checkRules([{ ...RULE, severity: 'HARD' }, 3, { ...RULE, id: 'b', where: { rols: [] } }])).toEqual([
      { rule: 'uk-partner', path: 'rules[0].severity', reason: expect.stringContaining('MANDATORY') as unknown },
      { path: 'rules[1]', reason: 'must be an object, written { … }' },
      { rule: 'b', path: 'rules[2].where.rols', reason: 'is not known here; did you mean roles?' },
    ]);
  });

  it('tells what no single rule shows', () => {
    expect(checkRules([RULE, RULE])).toEqual([{ path: 'rules[1].id', reason: 'uk-partner is used twice' }]);
  });

  it('ends on what is nested without end, and on a ruleset of a megabyte', () => {
    const circle: { not?: object } = {};
    circle.not = circle;
    expect(checkRules([{ ...RULE, where: { or: circle } }])[0]?.reason).toContain('nested too deeply');
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...RULE, id: `rule-${index}` }));
    expect(checkRules(many)[0]?.reason).toContain('at most 500');
  });
});

function refusalOf(json: unknown): InvalidRule {
  try {
    parseRules(json);
  } catch (error) {
    if (error instanceof InvalidRule) return error;
    throw error;
  }
  throw new Error('the rules were accepted');
}
