import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rule } from '../testing/arbitrary-rules.js';
import { FURTHER_RULES, furtherRule, WHEN_A_COMPANY, type FurtherRule } from '../testing/further-rules.js';
import { fits } from '../testing/json-schema.js';
import { REAL_CALLS, realRules } from '../testing/real-calls.js';
import { checkRules } from './parse-rules.js';
import { RULESET_SCHEMA } from './ruleset-schema.js';

const further = Object.keys(FURTHER_RULES).map((name) => furtherRule(name as FurtherRule, WHEN_A_COMPANY));

describe('RULESET_SCHEMA', () => {
  it('takes the real calls and the further rules, as the parser does', () => {
    for (const rules of [...REAL_CALLS.map(realRules), ...further.map((each) => [each])]) {
      expect(checkRules(rules)).toEqual([]);
      expect(fits(rules, RULESET_SCHEMA)).toBe(true);
    }
  });

  it('takes whatever the parser takes', () => {
    fc.assert(
      fc.property(rule, (json) => {
        expect(fits([json], RULESET_SCHEMA)).toBe(checkRules([json]).length === 0);
      }),
      { seed: 20231130, numRuns: 300 },
    );
  });

  it.each<[string, object]>([
    ['an unknown severity', { severity: 'HARD' }],
    ['an unknown measure', { must: { fn: 'weigh', op: '>=', value: 1 } }],
    ['an unknown key', { must: { fn: 'count', field: 'country', op: '>=', value: 1 } }],
    ['a number in words', { must: { fn: 'count', op: '>=', value: 'three' } }],
    ['an unknown field', { must: { fn: 'countDistinct', field: 'cuontry', op: '>=', value: 1 } }],
    ['an unknown filter', { must: { fn: 'count', where: { role: 'X' }, op: '>=', value: 1 } }],
    [
      'an offset in words',
      { must: { fn: 'field', field: 'establishedOn', op: '<=', value: { milestone: 'X', offset: '2 years' } } },
    ],
    ['no message', { message: {} }],
  ])('refuses %s, as the parser does', (_what, mistake) => {
    const json = [{ ...furtherRule('one consortium each'), ...mistake }];
    expect(checkRules(json)).not.toEqual([]);
    if (!('message' in mistake)) expect(fits(json, RULESET_SCHEMA)).toBe(false);
  });
});
