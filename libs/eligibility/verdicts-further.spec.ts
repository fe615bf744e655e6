import { describe, expect, it } from '@jest/globals';
import type { Member } from './facts/draft.js';
import { FURTHER_RULES, type FurtherRule } from './testing/further-rules.js';
import { realCall } from './testing/real-calls.js';
import { draft, furtherVerdict, lead, member, ruleOf } from './testing/small-drafts.js';
import { checker } from './verdicts.js';

describe('rules that only other calls have', () => {
  const paid = (id: string, country: string, budgetEur: number, sme?: boolean): Member =>
    member(id, country, { budgetEur, facts: { ...(sme !== undefined && { sme }) } });

  it('weigh budgets', () => {
    const name = 'SMEs bear at least 50 % of the budget';
    expect(furtherVerdict(name, [paid('a', 'BE', 60, true), paid('b', 'NL', 40, false)])).toMatchObject({
      verdict: 'MET',
      have: 0.6,
      need: { min: 0.5 },
      counted: ['a'],
    });
    expect(furtherVerdict(name, [paid('a', 'BE', 40, true), paid('b', 'NL', 60)])).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'sme', member: 'b' }],
    });
    expect(furtherVerdict(name, [paid('a', 'BE', 80, true), paid('b', 'NL', 60)]).verdict).toBe('MET');
    expect(furtherVerdict(name, []).verdict).toBe('NOT_APPLICABLE');
    const [even, more] = [
      ['BE', 'NL', 'FR'],
      ['BE', 'BE', 'FR'],
    ].map((countries) => countries.map((country, index) => paid(`m${index}`, country, 30)));
    expect(furtherVerdict('no country has over 40 % of the budget', even!).verdict).toBe('MET');
    expect(furtherVerdict('no country has over 40 % of the budget', more!)).toMatchObject({
      verdict: 'NOT_MET',
      values: ['BE'],
    });
  });

  it('choose members that satisfy several conditions together', () => {
    const name = 'three independent entities, each in a different state, one of them in a Member State';
    const free = (id: string, country: string, controller: string | null = null): Member =>
      member(id, country, { facts: { controller } });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), free('c', 'BE')])).toMatchObject({
      verdict: 'MET',
      have: 3,
    });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), free('c', 'GB')]).verdict).toBe('NOT_MET');
    expect(furtherVerdict(name, [free('a', 'CH', 'x'), free('b', 'NO', 'x'), free('c', 'BE')])).toMatchObject({
      verdict: 'NOT_MET',
      have: 2,
      shortfall: 1,
    });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), member('c', 'BE')])).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'controller', member: 'c' }],
    });
  });

  it('compare with the coordinator', () => {
    const name = 'a partner from another country than the coordinator’s';
    expect(furtherVerdict(name, [lead('a', 'BE'), member('b', 'BE')]).verdict).toBe('NOT_MET');
    expect(furtherVerdict(name, [lead('a', 'BE'), member('b', 'NL')]).verdict).toBe('MET');
    expect(furtherVerdict(name, [lead('a', ''), member('b', 'NL')])).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'country', member: 'a' }],
    });
    expect(furtherVerdict(name, [member('b', 'NL')])).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'coordinator' }],
    });
    const mixed = lead('egtc', 'FR', { facts: { entities: [{ country: 'BE' }] } });
    expect(furtherVerdict(name, [mixed, member('b', 'BE')]).verdict).toBe('NOT_MET');
  });

  it('count a body of mixed nationality for each of its countries, and once', () => {
    const check = checker(realCall('2SEAS-SO13'));
    const egtc = lead('egtc', 'FR', { facts: { entities: [{ country: 'BE' }, { country: 'UK' }] } });
    const checked = check(draft([egtc]));
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({ verdict: 'MET', have: 3, counted: ['egtc'] });
    expect(ruleOf(checked, 'lead-partner')).toMatchObject({ verdict: 'MET', have: 1 });
  });

  it('measure dates from a milestone, and a fuzzy one refuses nobody', () => {
    const name = 'established two years before the deadline';
    const founded = (establishedOn: string): Member[] => [member('a', 'BE', { facts: { establishedOn } })];
    const due = (earliest: string, latest = earliest) => ({ milestones: { SUBMISSION: { earliest, latest } } });
    expect(furtherVerdict(name, founded('2021-11-30'), {}, due('2023-11-30')).verdict).toBe('MET');
    expect(furtherVerdict(name, founded('2021-12-01'), {}, due('2023-11-30')).verdict).toBe('NOT_MET');
    const fuzzy = furtherVerdict(name, founded('2022-03-01'), {}, due('2023-07-01', '2024-12-31'));
    expect(fuzzy).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'milestone:SUBMISSION', supplier: { who: 'PROGRAMME_OFFICER' } }],
    });
    expect(furtherVerdict(name, founded('2020-03-01'), {}, due('2023-07-01', '2024-12-31')).verdict).toBe('MET');
  });

  it('look into the register of the call', () => {
    const name = 'one consortium each';
    const known = (others: number): Member => member('a', 'BE', { register: { CONSORTIUM: { member: others } } });
    expect(furtherVerdict(name, [known(0)]).verdict).toBe('MET');
    expect(furtherVerdict(name, [known(1)])).toMatchObject({ verdict: 'NOT_MET', counted: ['a'] });
    expect(furtherVerdict(name, [member('a', 'BE')])).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'register:CONSORTIUM' }],
    });
  });

  it.each(Object.keys(FURTHER_RULES) as FurtherRule[])('have a verdict for nobody at all: %s', (name) => {
    expect(['MET', 'NOT_MET', 'UNKNOWN', 'NOT_APPLICABLE']).toContain(furtherVerdict(name, []).verdict);
  });
});
