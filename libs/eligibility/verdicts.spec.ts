import { describe, expect, it } from '@jest/globals';
import type { EligibilityCall } from './eligibility-call.js';
import type { Draft, Member } from './facts/draft.js';
import type { MemberFacts } from './facts/member-facts.js';
import { parseRules } from './language/parse-rules.js';
import type { MemberRole } from './language/rule.js';
import { FURTHER_RULES, furtherRule, WHEN_A_COMPANY, type FurtherRule } from './testing/further-rules.js';
import { realCall } from './testing/real-calls.js';
import { checker, type Check, type RuleVerdict } from './verdicts.js';

type Given = Partial<Omit<Member, 'facts'>> & { readonly facts?: Partial<MemberFacts> };

function member(id: string, country: string, { facts, ...more }: Given = {}): Member {
  const roles: MemberRole[] = ['CO_APPLICANT'];
  return { id, roles, confirmed: true, ...more, facts: { codes: [id], country, designations: [], ...facts } };
}
const lead = (id: string, country: string, more: Given = {}): Member => member(id, country, { roles: ['COORDINATOR'], ...more });

function draft(members: readonly Member[], project: Draft['project'] = { fields: {} }): Draft {
  return { members, project };
}

function ruleOf(check: Check, id: string): RuleVerdict {
  return check.rules.find(({ rule }) => rule === id)!;
}

/** The verdict of one further rule, with facts of a small call. */
function furtherVerdict(name: FurtherRule, members: readonly Member[], more: object = {}, call: Partial<EligibilityCall> = {}): RuleVerdict {
  const rules = parseRules([furtherRule(name, more)]);
  const countrySets = { ...realCall('TEMPLATE-HE-RIA').countrySets, INCLUSIVENESS: ['PL', 'RO'] };
  return checker({ rules, countrySets, bodies: [], ...call })(draft(members)).rules[0]!;
}

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
    expect(ruleOf(checked, 'two-member-states')).toMatchObject({ verdict: 'NOT_MET', have: 1, need: { min: 2 }, shortfall: 1, values: ['BE'] });
    expect(ruleOf(checked, 'uk-partner')).toMatchObject({ verdict: 'NOT_MET', have: 0, need: { min: 1 }, shortfall: 1, counted: [] });
    expect(ruleOf(checked, 'sector-mix')).toMatchObject({ verdict: 'MET', have: 2, values: ['ACADEMIA', 'PUBLIC'], shortfall: 0 });
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
    const outside = ruleOf(check(draft([
      lead('a', 'BE', { facts: { nuts: 'BE251' } }),
      member('lille', 'FR', { facts: { nuts: 'FR301' } }),
      member('paris', 'FR', { facts: { nuts: 'FR101' } }),
      member('somewhere', 'NL'),
    ])), 'programme-area');
    expect(outside).toMatchObject({ verdict: 'NOT_MET', severity: 'WARNING', have: 1, need: { min: 0, max: 0 }, counted: ['paris'] });
  });
});

describe('letters of endorsement', () => {
  const check = checker(realCall('NCC-2023'));
  const letter = (LETTER_OF_ENDORSEMENT: boolean): Given => ({ documents: { LETTER_OF_ENDORSEMENT } });
  const endorsement = (czech: Given): RuleVerdict =>
    ruleOf(check(draft([lead('hub', 'BE', letter(true)), member('tipp', 'IE', letter(true)), member('brno', 'CZ', czech)])), 'endorsement-per-state');

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
    const authority = (from: string): Given => ({ ...letter(false), facts: { designations: [{ name: 'MANAGING_AUTHORITY:ESF:CZ', from }] } });
    expect(endorsement(authority('2014-01-01')).verdict).toBe('MET');
    expect(endorsement(authority('2024-01-01')).verdict).toBe('NOT_MET');
  });
});

describe('the capacity of a coordinator', () => {
  const capacity = (facts: Partial<MemberFacts>): RuleVerdict =>
    ruleOf(checker(realCall('NCC-2023'))(draft([lead('hub', 'BE', { facts })])), 'coordinator-capacity');
  const project = { role: 'COORDINATOR', countries: ['BE', 'NL', 'EL', 'CH'], start: '2018-06-01', end: '2020-05-31', themes: [] } as const;

  it('is shown by a long or a large project in the period', () => {
    expect(capacity({ experience: { projects: [project], complete: false } }).verdict).toBe('MET');
    const short = { ...project, start: '2019-06-01', end: '2019-11-30' };
    expect(capacity({ experience: { projects: [{ ...short, totalBudgetEur: 200000 }], complete: true } }).verdict).toBe('MET');
    expect(capacity({ experience: { projects: [{ ...short, totalBudgetEur: 100000 }], complete: true } }).verdict).toBe('NOT_MET');
  });

  it.each<[string, Partial<MemberFacts>]>([
    ['there is no record', {}],
    ['the record is not complete', { experience: { projects: [], complete: false } }],
    ['a period is missing', { experience: { projects: [{ role: 'MANAGER', countries: ['BE', 'NL', 'FR'] }], complete: true } }],
  ])('is open where %s', (_why, facts) => {
    const { verdict, missing } = capacity(facts);
    expect(verdict).toBe('UNKNOWN');
    expect(missing[0]).toMatchObject({ fact: expect.stringContaining('experience') as unknown, supplier: { who: 'MEMBER', member: 'hub' } });
  });

  it('counts three Member States, and no other countries', () => {
    const few = { ...project, countries: ['BE', 'NL', 'CH', 'NO'] };
    expect(capacity({ experience: { projects: [few], complete: true } }).verdict).toBe('NOT_MET');
  });

  it('cannot be known of a coordinator that is not there', () => {
    const checked = checker(realCall('NCC-2023'))(draft([member('hub', 'BE')]));
    expect(ruleOf(checked, 'coordinator-capacity')).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'coordinator', supplier: { who: 'LEAD' } }] });
  });
});

describe('a rule with a condition', () => {
  const check = checker(realCall('ESF-NL-SITS'));
  const agreement = (fields: Draft['project']['fields'], documents?: { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: boolean }): RuleVerdict =>
    ruleOf(check(draft([], { fields, ...(documents && { documents }) })), 'partnership-agreement');

  it('binds transnational projects only', () => {
    expect(agreement({ objectives: ['SI'] }).verdict).toBe('NOT_APPLICABLE');
    expect(agreement({ objectives: ['SI', 'TC'] }, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: false }).verdict).toBe('NOT_MET');
  });

  it('is open while its condition is, unless it is met anyway', () => {
    const { verdict, missing } = agreement({}, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: false });
    expect([verdict, ...missing.map(({ fact }) => fact)]).toEqual(['UNKNOWN', 'objectives']);
    expect(agreement({}, { TRANSNATIONAL_PARTNERSHIP_AGREEMENT: true }).verdict).toBe('MET');
  });

  it('blocks an application without a dissemination plan, or without a challenge of the call', () => {
    const said = (call: string, rule: string, fields: Draft['project']['fields']) => ruleOf(checker(realCall(call))(draft([], { fields })), rule).verdict;
    expect(said('ESF-NL-SITS', 'dissemination-plan', { disseminationPlan: null })).toBe('NOT_MET');
    expect(said('ESF-NL-SITS', 'dissemination-plan', { disseminationPlan: 'a book' })).toBe('MET');
    expect(said('2SEAS-SO13', 'challenge', { challenges: ['SECURE_SOCIETIES'] })).toBe('MET');
    expect(said('2SEAS-SO13', 'challenge', { challenges: ['MARITIME_DIMENSION'] })).toBe('NOT_MET');
    expect(said('2SEAS-SO13', 'joint-preparation', { actionTypes: ['SMALL_SCALE_INFRASTRUCTURE'], jointPreparatoryPhase: null })).toBe('NOT_MET');
  });

  it('is UNKNOWN while a person has still to look at the screening', () => {
    const said = (outcome: 'CLASSICAL' | 'INNOVATIVE' | 'NEEDS_REVIEW') =>
      ruleOf(checker(realCall('2SEAS-SO13'))(draft([], { fields: {}, screening: { SOCIAL_INNOVATION_CHECK: outcome } })), 'not-classical-inclusion');
    expect([said('INNOVATIVE').verdict, said('CLASSICAL').verdict]).toEqual(['MET', 'NOT_MET']);
    expect(said('NEEDS_REVIEW')).toMatchObject({ verdict: 'UNKNOWN', missing: [{ supplier: { who: 'PROGRAMME_OFFICER' } }] });
  });

  it('can look at the consortium', () => {
    const busy = (type: 'COMPANY' | 'SCHOOL') => member('a', 'BE', { facts: { type, runningProjects: 2 } });
    expect(furtherVerdict('no member runs another project', [busy('COMPANY')], WHEN_A_COMPANY).verdict).toBe('NOT_MET');
    expect(furtherVerdict('no member runs another project', [busy('SCHOOL')], WHEN_A_COMPANY).verdict).toBe('NOT_APPLICABLE');
  });
});

describe('rules that only other calls have', () => {
  const paid = (id: string, country: string, budgetEur: number, sme?: boolean): Member =>
    member(id, country, { budgetEur, facts: { ...(sme !== undefined && { sme }) } });

  it('weigh budgets', () => {
    const name = 'SMEs bear at least 50 % of the budget';
    expect(furtherVerdict(name, [paid('a', 'BE', 60, true), paid('b', 'NL', 40, false)])).toMatchObject({ verdict: 'MET', have: 0.6, need: { min: 0.5 }, counted: ['a'] });
    expect(furtherVerdict(name, [paid('a', 'BE', 40, true), paid('b', 'NL', 60)])).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'sme', member: 'b' }] });
    expect(furtherVerdict(name, [paid('a', 'BE', 80, true), paid('b', 'NL', 60)]).verdict).toBe('MET');
    expect(furtherVerdict(name, []).verdict).toBe('NOT_APPLICABLE');
    const [even, more] = [['BE', 'NL', 'FR'], ['BE', 'BE', 'FR']].map((countries) => countries.map((country, index) => paid(`m${index}`, country, 30)));
    expect(furtherVerdict('no country has over 40 % of the budget', even!).verdict).toBe('MET');
    expect(furtherVerdict('no country has over 40 % of the budget', more!)).toMatchObject({ verdict: 'NOT_MET', values: ['BE'] });
  });

  it('choose members that satisfy several conditions together', () => {
    const name = 'three independent entities, each in a different state, one of them in a Member State';
    const free = (id: string, country: string, controller: string | null = null): Member => member(id, country, { facts: { controller } });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), free('c', 'BE')])).toMatchObject({ verdict: 'MET', have: 3 });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), free('c', 'GB')]).verdict).toBe('NOT_MET');
    expect(furtherVerdict(name, [free('a', 'CH', 'x'), free('b', 'NO', 'x'), free('c', 'BE')])).toMatchObject({ verdict: 'NOT_MET', have: 2, shortfall: 1 });
    expect(furtherVerdict(name, [free('a', 'CH'), free('b', 'NO'), member('c', 'BE')])).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'controller', member: 'c' }] });
  });

  it('compare with the coordinator', () => {
    const name = 'a partner from another country than the coordinator’s';
    expect(furtherVerdict(name, [lead('a', 'BE'), member('b', 'BE')]).verdict).toBe('NOT_MET');
    expect(furtherVerdict(name, [lead('a', 'BE'), member('b', 'NL')]).verdict).toBe('MET');
    expect(furtherVerdict(name, [lead('a', ''), member('b', 'NL')])).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'country', member: 'a' }] });
    expect(furtherVerdict(name, [member('b', 'NL')])).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'coordinator' }] });
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
    expect(fuzzy).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'milestone:SUBMISSION', supplier: { who: 'PROGRAMME_OFFICER' } }] });
    expect(furtherVerdict(name, founded('2020-03-01'), {}, due('2023-07-01', '2024-12-31')).verdict).toBe('MET');
  });

  it('look into the register of the call', () => {
    const name = 'one consortium each';
    const known = (others: number): Member => member('a', 'BE', { register: { CONSORTIUM: { member: others } } });
    expect(furtherVerdict(name, [known(0)]).verdict).toBe('MET');
    expect(furtherVerdict(name, [known(1)])).toMatchObject({ verdict: 'NOT_MET', counted: ['a'] });
    expect(furtherVerdict(name, [member('a', 'BE')])).toMatchObject({ verdict: 'UNKNOWN', missing: [{ fact: 'register:CONSORTIUM' }] });
  });

  it.each(Object.keys(FURTHER_RULES) as FurtherRule[])('have a verdict for nobody at all: %s', (name) => {
    expect(['MET', 'NOT_MET', 'UNKNOWN', 'NOT_APPLICABLE']).toContain(furtherVerdict(name, []).verdict);
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
