import { describe, expect, it } from '@jest/globals';
import type { Draft } from './facts/draft.js';
import type { MemberFacts } from './facts/member-facts.js';
import { WHEN_A_COMPANY } from './testing/further-rules.js';
import { realCall } from './testing/real-calls.js';
import { draft, furtherVerdict, lead, member, ruleOf, type Given } from './testing/small-drafts.js';
import { checker, type RuleVerdict } from './verdicts.js';

describe('a 2 Seas draft of three Flemish partners', () => {
  const flemish = [
    lead('stad-brugge', 'BE', { facts: { type: 'MUNICIPALITY' } }),
    member('stad-mechelen', 'BE', { facts: { type: 'MUNICIPALITY' } }),
    member('vives', 'BE', { facts: { type: 'UNIVERSITY_OF_APPLIED_SCIENCES' } }),
  ];
  const check = checker(realCall('2SEAS-SO13'));

  it('has one state of two and no UK partner, and a good mix of sectors', () => {
    const checked = check(draft(flemish));
    expect(checked.verdict).toBe('NOT_MET');
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({
      verdict: 'NOT_MET',
      have: 1,
      need: { min: 2 },
      shortfall: 1,
      values: ['BE'],
    });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({
      verdict: 'NOT_MET',
      have: 0,
      need: { min: 1 },
      shortfall: 1,
      counted: [],
    });
    expect(ruleOf(checked, 'sector-mix')).toMatchObject({
      verdict: 'MET',
      have: 2,
      values: ['ACADEMIA', 'PUBLIC'],
      shortfall: 0,
    });
    expect(ruleOf(checked, 'uk-partner').src).toEqual(['IEU2S', 'PROVANT', 'RESOLVO']);
  });

  it('would have both, if the UK partner that is invited accepts', () => {
    const invited = member('fareshare-sussex', 'UK', { confirmed: false });
    const checked = check(draft([...flemish, invited]));
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', ifAllAccept: 'MET' });
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({ verdict: 'NOT_MET', ifAllAccept: 'MET' });
  });

  it('is one departure away from breaking with a single UK partner, not with two', () => {
    const one = check(draft([...flemish, member('exeter', 'GB')]));
    expect(ruleOf(one, 'uk-partner').breaksWithout).toEqual(['exeter']);
    const two = check(draft([...flemish, member('exeter', 'GB'), member('medway', 'GB')]));
    expect(ruleOf(two, 'uk-partner').breaksWithout).toEqual([]);
  });

  it('marks whoever lies outside of the area, by old and new codes', () => {
    const outside = ruleOf(
      check(
        draft([
          lead('a', 'BE', { facts: { nuts: 'BE251' } }),
          member('lille', 'FR', { facts: { nuts: 'FR301' } }),
          member('paris', 'FR', { facts: { nuts: 'FR101' } }),
          member('somewhere', 'NL'),
        ]),
      ),
      'programme-area',
    );
    expect(outside).toMatchObject({
      verdict: 'NOT_MET',
      severity: 'WARNING',
      have: 1,
      need: { min: 0, max: 0 },
      counted: ['paris'],
    });
  });
});

describe('letters of endorsement', () => {
  const check = checker(realCall('NCC-2023'));
  const letter = (LETTER_OF_ENDORSEMENT: boolean): Given => ({ documents: { LETTER_OF_ENDORSEMENT } });
  const endorsement = (czech: Given): RuleVerdict =>
    ruleOf(
      check(draft([lead('hub', 'BE', letter(true)), member('tipp', 'IE', letter(true)), member('brno', 'CZ', czech)])),
      'endorsement-per-state',
    );

  it('are NOT_MET for the state whose authority refused', () => {
    expect(endorsement(letter(false))).toMatchObject({ verdict: 'NOT_MET', have: 2, need: { min: 3 }, values: ['CZ'] });
  });

  it('are UNKNOWN where nobody was asked, and name who can endorse there', () => {
    const { verdict, missing } = endorsement({});
    expect(verdict).toBe('UNKNOWN');
    const supplier = { who: 'DESIGNATED', designation: 'MANAGING_AUTHORITY:ESF', country: 'CZ' };
    expect(missing).toEqual([{ fact: 'document:LETTER_OF_ENDORSEMENT', member: 'brno', supplier }]);
  });

  it('are not asked of an authority, if it is one on the day of submission', () => {
    const authority = (from: string): Given => ({
      ...letter(false),
      facts: { designations: [{ name: 'MANAGING_AUTHORITY:ESF:CZ', from }] },
    });
    expect(endorsement(authority('2014-01-01')).verdict).toBe('MET');
    expect(endorsement(authority('2024-01-01')).verdict).toBe('NOT_MET');
  });
});

describe('the capacity of a coordinator', () => {
  const capacity = (facts: Partial<MemberFacts>): RuleVerdict =>
    ruleOf(checker(realCall('NCC-2023'))(draft([lead('hub', 'BE', { facts })])), 'coordinator-capacity');
  const project = {
    role: 'COORDINATOR',
    countries: ['BE', 'NL', 'EL', 'CH'],
    start: '2018-06-01',
    end: '2020-05-31',
    themes: [],
  } as const;

  it('is shown by a long or a large project in the period', () => {
    expect(capacity({ experience: { projects: [project], complete: false } }).verdict).toBe('MET');
    const short = { ...project, start: '2019-06-01', end: '2019-11-30' };
    expect(capacity({ experience: { projects: [{ ...short, totalBudgetEur: 200000 }], complete: true } }).verdict).toBe(
      'MET',
    );
    expect(capacity({ experience: { projects: [{ ...short, totalBudgetEur: 100000 }], complete: true } }).verdict).toBe(
      'NOT_MET',
    );
  });

  it.each<[string, Partial<MemberFacts>]>([
    ['there is no record', {}],
    ['the record is not complete', { experience: { projects: [], complete: false } }],
    [
      'a period is missing',
      { experience: { projects: [{ role: 'MANAGER', countries: ['BE', 'NL', 'FR'] }], complete: true } },
    ],
  ])('is open where %s', (_why, facts) => {
    const { verdict, missing } = capacity(facts);
    expect(verdict).toBe('UNKNOWN');
    expect(missing[0]).toMatchObject({
      fact: expect.stringContaining('experience') as unknown,
      supplier: { who: 'MEMBER', member: 'hub' },
    });
  });

  it('counts three Member States, and no other countries', () => {
    const few = { ...project, countries: ['BE', 'NL', 'CH', 'NO'] };
    expect(capacity({ experience: { projects: [few], complete: true } }).verdict).toBe('NOT_MET');
  });

  it('cannot be known of a coordinator that is not there', () => {
    const checked = checker(realCall('NCC-2023'))(draft([member('hub', 'BE')]));
    expect(ruleOf(checked, 'coordinator-capacity')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ fact: 'coordinator', supplier: { who: 'LEAD' } }],
    });
  });
});

describe('a rule with a condition', () => {
  const check = checker(realCall('ESF-NL-SITS'));
  const agreement = (
    fields: Draft['project']['fields'],
    documents?: { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: boolean },
  ): RuleVerdict => ruleOf(check(draft([], { fields, ...(documents && { documents }) })), 'partnership-agreement');

  it('binds transnational projects only', () => {
    expect(agreement({ objectives: ['SI'] }).verdict).toBe('NOT_APPLICABLE');
    expect(agreement({ objectives: ['SI', 'TC'] }, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: false }).verdict).toBe(
      'NOT_MET',
    );
  });

  it('is open while its condition is, unless it is met anyway', () => {
    const { verdict, missing } = agreement({}, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: false });
    expect([verdict, ...missing.map(({ fact }) => fact)]).toEqual(['UNKNOWN', 'objectives']);
    expect(agreement({}, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: true }).verdict).toBe('MET');
  });

  it('blocks an application without a dissemination plan, or without a challenge of the call', () => {
    const said = (call: string, rule: string, fields: Draft['project']['fields']) =>
      ruleOf(checker(realCall(call))(draft([], { fields })), rule).verdict;
    expect(said('ESF-NL-SITS', 'dissemination-plan', { disseminationPlan: null })).toBe('NOT_MET');
    expect(said('ESF-NL-SITS', 'dissemination-plan', { disseminationPlan: 'a book' })).toBe('MET');
    expect(said('2SEAS-SO13', 'challenge', { challenges: ['SECURE_SOCIETIES'] })).toBe('MET');
    expect(said('2SEAS-SO13', 'challenge', { challenges: ['MARITIME_DIMENSION'] })).toBe('NOT_MET');
    expect(
      said('2SEAS-SO13', 'joint-preparation', {
        actionTypes: ['SMALL_SCALE_INFRASTRUCTURE'],
        jointPreparatoryPhase: null,
      }),
    ).toBe('NOT_MET');
  });

  it('is UNKNOWN while a person has still to look at the screening', () => {
    const said = (outcome: 'CLASSICAL' | 'INNOVATIVE' | 'NEEDS_REVIEW') =>
      ruleOf(
        checker(realCall('2SEAS-SO13'))(draft([], { fields: {}, screening: { SOCIAL_INNOVATION_CHECK: outcome } })),
        'not-classical-inclusion',
      );
    expect([said('INNOVATIVE').verdict, said('CLASSICAL').verdict]).toEqual(['MET', 'NOT_MET']);
    expect(said('NEEDS_REVIEW')).toMatchObject({
      verdict: 'UNKNOWN',
      missing: [{ supplier: { who: 'PROGRAMME_OFFICER' } }],
    });
  });

  it('can look at the consortium', () => {
    const busy = (type: 'COMPANY' | 'SCHOOL') => member('a', 'BE', { facts: { type, runningProjects: 2 } });
    expect(furtherVerdict('no member runs another project', [busy('COMPANY')], WHEN_A_COMPANY).verdict).toBe('NOT_MET');
    expect(furtherVerdict('no member runs another project', [busy('SCHOOL')], WHEN_A_COMPANY).verdict).toBe(
      'NOT_APPLICABLE',
    );
  });
});

describe('a check', () => {
  it('counts a member that stands there in two roles once', () => {
    const check = checker(realCall('NCC-2023'));
    const twice = [lead('a', 'BE'), member('a', 'BE'), member('b', 'NL')];
    expect(ruleOf(check(draft(twice)), 'consortium-only')).toMatchObject({ have: 2, counted: ['a', 'b'] });
    expect(ruleOf(check(draft(twice)), 'one-coordinator').verdict).toBe('MET');
  });

  it('judges a draft of 500 members in reasonable time', () => {
    const countries = ['BE', 'NL', 'FR', 'IE', 'CZ', ''];
    const many = Array.from({ length: 500 }, (_, index) => member(`m${index}`, countries[index % countries.length]!));
    expect(checker(realCall('NCC-2023'))(draft([lead('a', 'BE'), ...many])).verdict).toBe('UNKNOWN');
  });

  it('is MET for a call without rules', () => {
    expect(checker(realCall('EASI-SOC-INNOV-2022'))(draft([]))).toEqual({ verdict: 'MET', rules: [] });
  });
});
