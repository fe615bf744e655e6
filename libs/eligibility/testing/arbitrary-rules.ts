import fc from 'fast-check';

/*
 * Rules of the small world, as JSON: every form of the language, combined.
 */
type Json = Readonly<Record<string, unknown>>;

const number = fc.integer({ min: 0, max: 4 });
const proportion = fc.constantFrom(0.25, 0.5, 1);
const group = fc.constantFrom('country', 'sector', 'controller');

const plainFilter: fc.Arbitrary<Json> = fc.oneof(
  fc.constant({ roles: ['COORDINATOR', 'CO_APPLICANT'] }),
  fc.constant({ roles: ['COORDINATOR'] }),
  fc.constant({ countryIn: 'UNION' }),
  fc.constant({ countryIn: ['BE', 'UK'] }),
  fc.constant({ orgTypeIn: ['BUSINESS', 'UNIVERSITY'] }),
  fc.constant({ nutsNotIn: 'AREA:COAST' }),
  fc.constant({ designation: 'AUTHORITY' }),
  fc.constant({ document: 'LETTER', or: { designation: 'AUTHORITY' } }),
  fc.constant({ fact: { field: 'sme', op: '==', value: true } }),
  fc.constant({ fact: { field: 'establishedOn', op: '<=', value: { milestone: 'SUBMISSION', offset: '-P2Y' } } }),
  fc.constant({ fact: { field: 'budgetEur', op: '>=', value: 10 } }),
  fc.constant({ seatOnly: true, orgTypeIn: ['COMPANY'] }),
);

const filter: fc.Arbitrary<Json> = fc.oneof(
  { weight: 4, arbitrary: plainFilter },
  { weight: 1, arbitrary: plainFilter.map((not) => ({ not })) },
  { weight: 1, arbitrary: fc.tuple(plainFilter, plainFilter).map(([a, or]) => ({ ...a, or })) },
  { weight: 1, arbitrary: fc.constant({ roles: ['CO_APPLICANT'], differsFromCoordinator: 'country' }) },
);
const where = fc.option(filter, { nil: undefined }).map((given) => (given === undefined ? {} : { where: given }));

function compared(op: fc.Arbitrary<string>, value: fc.Arbitrary<number>): fc.Arbitrary<Json> {
  const range = fc.tuple(value, value).map((pair) => ({ op: 'between', value: pair.sort((a, b) => a - b) }));
  return fc.oneof({ weight: 4, arbitrary: fc.record({ op, value }) }, { weight: 1, arbitrary: range });
}
const numbers = fc.oneof(
  { weight: 5, arbitrary: compared(fc.constantFrom('>=', '<=', '==', '!='), number) },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constantFrom('in', 'notIn'),
      value: fc.array(number, { minLength: 1, maxLength: 3 }),
    }),
  },
);
const proportions = compared(fc.constantFrom('>=', '<='), proportion);
const sums = compared(fc.constantFrom('>=', '<='), fc.constantFrom(0, 10, 40));

function condition(measure: fc.Arbitrary<Json>, comparison: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  return fc.tuple(where, measure, comparison).map((parts) => Object.assign({}, ...parts) as Json);
}

/** Conditions on which a group is judged. */
const simple: fc.Arbitrary<Json> = fc.oneof(
  condition(fc.constant({ fn: 'count' }), numbers),
  condition(fc.record({ fn: fc.constant('countDistinct'), field: group }), numbers),
  condition(fc.constant({ fn: 'sum', field: 'budgetEur' }), sums),
  condition(fc.constantFrom({ fn: 'share' }, { fn: 'share', field: 'budgetEur' }), proportions),
);

/** A choice of members, which must not be denied. */
const selection = fc
  .tuple(
    where,
    fc.integer({ min: 1, max: 3 }),
    fc.uniqueArray(group, { maxLength: 2 }),
    fc.array(condition(fc.constant({ fn: 'count' }), compared(fc.constantFrom('>=', '<=', '=='), fc.nat(2))), {
      maxLength: 2,
    }),
  )
  .map(([filtered, size, differ, counts]) => ({
    ...filtered,
    fn: 'selection',
    size,
    ...(differ.length > 0 && { differ }),
    ...(counts.length > 0 && { with: counts }),
  }));

const other: fc.Arbitrary<Json> = fc.oneof(
  fc
    .tuple(where, group, simple)
    .map(([filtered, groupBy, having]) => ({ ...filtered, fn: 'everyGroup', groupBy, having })),
  condition(
    fc.constant({ fn: 'ratio', num: { where: { orgTypeIn: ['COMPANY'] } }, den: { where: { countryIn: 'UNION' } } }),
    proportions,
  ),
  condition(fc.constant({ fn: 'ratio', num: 'grantEur', den: 'totalBudgetEur' }), proportions),
  condition(fc.constant({ fn: 'field', field: 'country' }), fc.constant({ op: 'in', value: ['UNION'] })),
  condition(fc.constant({ fn: 'field', field: 'sme' }), fc.constant({ op: '==', value: true })),
  condition(fc.constant({ fn: 'field', field: 'months' }), sums),
  condition(fc.constant({ fn: 'field', field: 'objectives' }), fc.constant({ op: 'includes', value: 'TC' })),
  fc.constant({ fn: 'hasDocument', kind: 'AGREEMENT' }),
  fc
    .constantFrom('member', 'country', 'coordinator')
    .map((groupBy) => ({ fn: 'maxPerGroup', groupBy, of: 'CONSORTIUM', op: '<=', value: 1 })),
);

/** Clauses, without selections where those may not stand. */
export const clause: fc.Arbitrary<Json> = fc.letrec<{ clause: Json }>((tie) => ({
  clause: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    other,
    fc.array(tie('clause'), { minLength: 1, maxLength: 3 }).map((allOf) => ({ allOf })),
    fc.array(tie('clause'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    tie('clause').map((not) => ({ not })),
  ),
})).clause;

/** A rule of the small world. */
export const rule: fc.Arbitrary<Json> = fc
  .record({
    must: fc.oneof({ weight: 5, arbitrary: clause }, { weight: 1, arbitrary: selection }),
    when: fc.option(clause, { nil: undefined }),
    level: fc.constantFrom('consortium', 'organisation', 'coordinator'),
  })
  .map(({ must, when, level }) => ({
    id: 'r',
    severity: 'MANDATORY',
    message: { en: 'r' },
    level,
    must,
    ...(when && { when }),
  }));
