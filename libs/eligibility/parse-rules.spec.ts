import { describe, expect, it } from '@jest/globals';
import { parseRules } from './parse-rules.js';
import { REAL_RULES } from './real-calls.fixture.js';
import { InvalidRule } from './rule-reader.js';

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
  it.each(Object.entries(REAL_RULES))('reads the rules of %s', (_id, rules) => {
    expect(parseRules(rules)).toHaveLength(rules.length);
  });

  it('gives every rule its sources, and one form to filters', () => {
    expect(parseRules([RULE])).toEqual([
      { ...RULE, where: { roles: ['COORDINATOR'], countryIn: ['TWO_SEAS_STATES'] }, src: [], assumed: false },
    ]);
  });

  it('gives one form to the alternatives of anyOf', () => {
    const [states] = parseRules(REAL_RULES['NCC-2020']);
    expect(states?.measure).toEqual({
      fn: 'anyOf',
      of: [
        {
          option: 'A',
          allOf: [
            {
              where: { countryIn: ['EU27_2020'] },
              measure: { fn: 'countDistinct', field: 'country' },
              op: '>=',
              value: 3,
            },
          ],
        },
        {
          option: 'B',
          allOf: [{ measure: { fn: 'field', field: 'cascadingGrantCountries' }, op: '>=', value: 3 }],
        },
      ],
    });
  });

  it.each<[string, object, string]>([
    ['rules[0].id', { id: '' }, 'must be a text'],
    ['rules[0].level', { level: 'planet' }, 'must be one of organisation, coordinator'],
    ['rules[0].severity', { severity: 'HARD' }, 'must be one of MANDATORY'],
    ['rules[0].op', { op: '>' }, 'must be one of =='],
    ['rules[0].value', { value: '1' }, 'must be a number'],
    ['rules[0].value', { op: 'in', value: 'EU28' }, 'must be a list'],
    ['rules[0].value', { op: 'between', value: [5, 3] }, 'must be two numbers'],
    ['rules[0].value', { op: '==', value: null }, 'must be a text, a number'],
    ['rules[0].measure.fn', { measure: { fn: 'weigh' } }, 'must be one of count'],
    ['rules[0].measure.field', { measure: { fn: 'field' } }, 'must be a text'],
    ['rules[0].measure.set', { measure: { fn: 'count', set: 'x' } }, 'is not known here'],
    ['rules[0].measure.of[0].fn', { measure: { fn: 'anyOf', of: [{ option: 'A' }] } }, 'must be one of'],
    ['rules[0].where.roles[1]', { where: { roles: ['COORDINATOR', 'BOSS'] } }, 'must be one of COORDINATOR'],
    ['rules[0].where.country', { where: { country: 'BE' } }, 'is not known here'],
    ['rules[0].where.or.independent', { where: { or: { independent: 'yes' } } }, 'must be true or false'],
    ['rules[0].message', { message: {} }, 'in at least one language'],
    ['rules[0].message.nl', { message: { en: 'x', nl: 3 } }, 'must be a text'],
    ['rules[0].src', { src: 'UA' }, 'must be a list'],
    ['rules[0].whom', { whom: {} }, 'is not known here'],
    ['rules[0].when.objective', { when: { objective: 'TC' } }, 'is not known here'],
  ])('refuses a mistake at %s', (path, mistake, reason) => {
    const refusal = refusalOf([{ ...RULE, ...mistake }]);
    expect(refusal.path).toBe(path);
    expect(refusal.reason).toContain(reason);
  });

  it('refuses what is no list of rules, and an id used twice', () => {
    expect(refusalOf({})).toMatchObject({ path: 'rules', message: 'rules: must be a list' });
    expect(refusalOf([null])).toMatchObject({ path: 'rules[0]', reason: 'must be an object' });
    expect(refusalOf([RULE, RULE])).toMatchObject({ path: 'rules[1].id', reason: 'uk-partner is used twice' });
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
