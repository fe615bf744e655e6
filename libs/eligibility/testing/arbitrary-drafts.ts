import fc from 'fast-check';
import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft, Member, ProjectFacts } from '../facts/draft.js';
import type { MemberFacts } from '../facts/member-facts.js';
import { MEMBER_ROLES } from '../language/rule.js';

/** A small world: three countries of which two are in the union, one letter, one authority, one owner. */
export const WORLD: Omit<EligibilityCall, 'rules'> = {
  countrySets: { UNION: ['BE', 'NL'], ANY: ['BE', 'NL', 'CH'] },
  bodies: [],
  milestones: { SUBMISSION: { earliest: '2023-11-30', latest: '2023-11-30' } },
  areas: { COAST: ['BE25', 'NL34'] },
};

const TYPES = ['MUNICIPALITY', 'COMPANY', 'UNIVERSITY'] as const;
const PROJECT_NUMBERS = [0, 10, 40] as const;

const facts: fc.Arbitrary<MemberFacts> = fc.record({
  codes: fc.constant([]),
  country: fc.constantFrom('BE', 'NL', 'CH'),
  type: fc.constantFrom(...TYPES),
  nuts: fc.constantFrom('BE25', 'NL34', 'CH01'),
  designations: fc.constantFrom<string[][]>([], ['AUTHORITY:BE']),
  controller: fc.constantFrom(null, 'owner'),
  sme: fc.boolean(),
  establishedOn: fc.constantFrom('2020-01-01', '2023-01-01'),
  entities: fc.constantFrom<NonNullable<MemberFacts['entities']>[]>(
    [],
    [],
    [],
    [{ country: 'NL', type: 'COMPANY', nuts: 'NL341' }],
  ),
});

const member: fc.Arbitrary<Omit<Member, 'id'>> = fc.record({
  roles: fc.oneof(
    { weight: 3, arbitrary: fc.constant(['CO_APPLICANT'] as const) },
    { weight: 1, arbitrary: fc.subarray([...MEMBER_ROLES].slice(0, 4), { minLength: 1, maxLength: 2 }) },
  ),
  confirmed: fc.constant(true),
  facts,
  budgetEur: fc.constantFrom(0, 10, 30),
  documents: fc.record({ LETTER: fc.boolean(), AGREEMENT: fc.boolean() }),
  register: fc.record({ CONSORTIUM: fc.record({ member: fc.nat(1), country: fc.nat(1), coordinator: fc.nat(1) }) }),
});

export const project: fc.Arbitrary<ProjectFacts> = fc.record({
  fields: fc.record({
    months: fc.constantFrom(...PROJECT_NUMBERS),
    grantEur: fc.constantFrom(...PROJECT_NUMBERS),
    totalBudgetEur: fc.constantFrom(...PROJECT_NUMBERS),
    objectives: fc.subarray(['TC', 'SI']),
  }),
  documents: fc.record({ AGREEMENT: fc.boolean() }),
});

/** Drafts of which every fact is known. */
export const fullDraft: fc.Arbitrary<Draft> = fc.record({ members: members(5), project });

export function members(most: number): fc.Arbitrary<Member[]> {
  return fc.array(member, { maxLength: most }).map((list) => list.map((each, index) => ({ id: `m${index}`, ...each })));
}

/** Facts that can be missing, each with the values that it may turn out to have. */
const GAPS = {
  country: ['BE', 'NL', 'CH', 'LI'],
  type: [...TYPES],
  sme: [true, false],
  controller: [null, 'owner'],
} as const;
type Gap = keyof typeof GAPS;

/** Which facts of which members are not known. */
export const gaps: fc.Arbitrary<readonly { readonly member: number; readonly gap: Gap | 'budget' | 'letter' }[]> =
  fc.array(
    fc.record({ member: fc.nat(4), gap: fc.constantFrom(...(Object.keys(GAPS) as Gap[]), 'budget', 'letter') }),
    { maxLength: 3 },
  );
type Gaps = typeof gaps extends fc.Arbitrary<infer T> ? T : never;

/** The draft without the facts. */
export function forgetful(draft: Draft, forgotten: Gaps): Draft {
  return {
    ...draft,
    members: draft.members.map((each, index) =>
      forgetIn(
        each,
        forgotten.filter((gap) => gap.member === index),
      ),
    ),
  };
}

function forgetIn(given: Member, forgotten: Gaps): Member {
  const names = forgotten.map(({ gap }) => gap);
  const { budgetEur, documents, facts: known, ...rest } = given;
  const kept = Object.entries(known).filter(([name]) => name === 'country' || !names.some((gap) => gap === name));
  return {
    ...rest,
    ...(!names.includes('budget') && budgetEur !== undefined && { budgetEur }),
    ...(!names.includes('letter') && documents !== undefined && { documents }),
    facts: {
      ...(Object.fromEntries(kept) as unknown as MemberFacts),
      country: names.includes('country') ? '' : known.country,
    },
  };
}

/** All drafts that it may turn out to be. */
export function completions(draft: Draft, forgotten: Gaps): Draft[] {
  let drafts = [draft];
  for (const { member: index, gap } of forgotten) {
    drafts = drafts.flatMap((each) => filled(each, index, gap));
  }
  return drafts;
}

function filled(draft: Draft, index: number, gap: Gaps[number]['gap']): Draft[] {
  const given = draft.members[index];
  if (given === undefined) return [draft];
  const put = (changed: Member): Draft => ({ ...draft, members: draft.members.with(index, changed) });
  if (gap === 'budget') return [0, 10, 30, 1000].map((budgetEur) => put({ ...given, budgetEur }));
  if (gap === 'letter') {
    const choices = [true, false].flatMap((LETTER) => [true, false].map((AGREEMENT) => ({ LETTER, AGREEMENT })));
    return choices.map((documents) => put({ ...given, documents }));
  }
  return GAPS[gap].map((value) => put({ ...given, facts: { ...given.facts, [gap]: value } }));
}
