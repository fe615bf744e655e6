import {
  isGroupField,
  isMemberField,
  isProjectField,
  isSumField,
  PROJECT_FIELDS,
  type MemberField,
  type SumField,
} from '../facts/fields.js';
import type { Comparison, Condition as Demand, Measure, MemberFilter, Quantity } from '../language/rule.js';
import { all, known, not, unknown, type Answer } from './answer.js';
import { rangesOf } from './compare.js';
import {
  allOf,
  anyOf,
  countOf,
  ONE,
  type Amount,
  type Condition,
  type Distinct,
  type Group,
  type MemberTerm,
  type Range,
  type Term,
  type Weight,
} from './condition.js';
import { hasManaged } from './experience-test.js';
import { amountOf, factTest } from './fact-test.js';
import { filterTest } from './filter-test.js';
import { negate } from './negate.js';
import { entriesOf, projectAnswer, projectNumber, saysSomething, screeningAnswer } from './project-answer.js';
import { isCoordinator, ofCoordinator } from './relative-to-coordinator.js';
import type { Scope } from './scope.js';
import { both, factBehind, someSeat, valueOf, type MemberTest, type Seat, type Test } from './seat.js';

/** One demand of the language, as a condition. `value: false` of what holds or not is left to the caller. */
export function conditionOf(demand: Demand, scope: Scope): Condition {
  const { where, measure } = demand;
  const passing = both(scope.group, filterTest(where, scope.context));
  switch (measure.fn) {
    case 'count':
      if (where?.independent)
        return compared({ kind: 'distinct', where: passing, field: 'controller', range: {} }, demand);
      return compared(countOf(someSeat(passing), {}, scope.whole !== undefined), demand);
    case 'countDistinct': {
      const { field } = measure;
      if (isProjectField(field))
        return compared(
          projectAmount((project) => entriesOf(project, field)),
          demand,
        );
      return compared({ kind: 'distinct', where: passing, field, range: {} }, demand);
    }
    case 'countIn': {
      const { field, set } = measure;
      const list = scope.context.call.lists?.[set];
      return compared(
        projectAmount((project) => entriesOf(project, field, { set, list })),
        demand,
      );
    }
    case 'sum':
      return compared({ kind: 'amount', terms: [sumOf(passing, measure.field)], range: {} }, demand);
    case 'share':
      return proportion(
        [sumOf(passing, measure.field)],
        [sumOf(wholeOf(measure.among, where, scope), measure.field)],
        demand,
      );
    case 'ratio':
      return proportion([quantity(measure.num, passing, scope)], [quantity(measure.den, passing, scope)], demand);
    case 'everyGroup':
      return everyGroup(measure, passing, scope);
    case 'selection': {
      const { size, differ, with: counts } = measure;
      return {
        kind: 'choice',
        where: passing,
        size,
        differ: size === 1 ? [] : differ,
        with: counts.flatMap((each) => countsOf(each, scope)),
      };
    }
    case 'maxPerGroup':
      return withinRegister(measure, Number(demand.value), passing);
    case 'field':
      return fieldCondition(measure.field, demand, passing, scope);
    case 'hasField':
      return presence(measure.field, passing, scope);
    case 'hasDocument':
      if (scope.rule.level === 'organisation' || scope.rule.level === 'coordinator') {
        const { kind } = measure;
        return eachMember(
          passing,
          (member) => known(member.documents?.[kind], `document:${kind}`, Boolean),
          whoseRule(scope),
        );
      }
      return {
        kind: 'fact',
        of: ({ documents }) => known(documents?.[measure.kind], `document:${measure.kind}`, Boolean),
      };
    case 'projectExperience':
      return eachMember(passing, ({ facts }) => hasManaged(facts, measure.spec, scope.context.call), 'coordinator');
    case 'screening':
      return { kind: 'fact', of: (project) => screeningAnswer(project, measure.questionnaire, demand) };
  }
}

/** A number compared; `!=` and `notIn` are the opposites of `==` and `in`. */
function compared(number: Amount | Distinct, comparison: Comparison): Condition {
  const { ranges, denied } = rangesOf(comparison);
  const condition = anyOf(ranges.map((range) => ({ ...number, range })));
  return denied ? negate(condition) : condition;
}

/** num / den >= v is put as num - v den >= 0, which needs no division; where both are nought it does not apply. */
function proportion(num: readonly Term[], den: readonly Term[], comparison: Comparison): Condition {
  const bound = (value: number, bounds: Range, range: Range): Condition => ({
    kind: 'amount',
    terms: [...num, ...den.map((term) => ({ ...term, factor: -value * term.factor }))],
    range: bounds,
    proportion: { num, den, range },
  });
  const inRange = ({ min, max }: Range): Condition =>
    allOf([
      ...(min === undefined ? [] : [bound(min, { min: 0 }, { min })]),
      ...(max === undefined ? [] : [bound(max, { max: 0 }, { max })]),
    ]);
  const then = anyOf(rangesOf(comparison).ranges.map(inRange));
  return concerning([...num, ...den], then);
}

function sumOf(test: Test, field: SumField | undefined): MemberTerm {
  const weight: Weight = field === undefined ? ONE : { name: field, of: (member) => amountOf(member, field) };
  return { factor: 1, test: someSeat(test), weight };
}

/** The whole that a share is of: all groups together, else the members of the same roles. */
function wholeOf(
  among: MemberFilter | undefined,
  where: MemberFilter | undefined,
  { whole, group, context }: Scope,
): Test {
  if (among !== undefined) return both(whole ?? group, filterTest(among, context));
  if (whole !== undefined) return whole;
  return both(group, filterTest(where?.roles && { roles: where.roles }, context));
}

function quantity(side: Quantity, passing: Test, { context }: Scope): Term {
  if ('project' in side) return { factor: 1, number: (project) => projectNumber(project, side.project) };
  return sumOf(both(passing, filterTest(side.where, context)), side.sum);
}

const projectAmount = (number: Extract<Term, { number: unknown }>['number']): Amount => ({
  kind: 'amount',
  terms: [{ factor: 1, number }],
  range: {},
});

function everyGroup(
  { groupBy, having }: Extract<Measure, { fn: 'everyGroup' }>,
  passing: Test,
  scope: Scope,
): Condition {
  const body = ({ has }: Group): Condition =>
    scope.compile(having, { ...scope, group: both(passing, has), whole: passing });
  const then: Condition = { kind: 'forEach', where: passing, field: groupBy, quantifier: 'every', ofGroup: true, body };
  return concerning(countOf(someSeat(passing), {}).terms, then);
}

/** Counts within a choice have one bound each: what is open is taken for the best on either side. */
function countsOf(demand: Demand, { context }: Scope): { where: Test; range: Range }[] {
  const where = filterTest(demand.where, context);
  return rangesOf(demand).ranges.flatMap(({ min, max }) => [
    ...(min === undefined ? [] : [{ where, range: { min } }]),
    ...(max === undefined ? [] : [{ where, range: { max } }]),
  ]);
}

/** What a rule says of each member, or of each coordinator; nobody may fail it. */
function eachMember(passing: Test, satisfies: MemberTest, whose: 'member' | 'coordinator'): Condition {
  const concerned = someSeat(whose === 'coordinator' ? both(passing, isCoordinator) : passing);
  const fails: MemberTest = (member) => all([concerned(member), not(satisfies(member))]);
  const condition = concerning(countOf(concerned, {}).terms, countOf(fails, { max: 0 }));
  return whose === 'coordinator' ? ofCoordinator(condition) : condition;
}

/** Where nobody is concerned, it does not apply. */
function concerning(base: readonly Term[], then: Condition): Condition {
  return { kind: 'concerning', base, nobody: 'NOT_APPLICABLE', then };
}

function fieldCondition(
  field: Extract<Measure, { fn: 'field' }>['field'],
  comparison: Comparison,
  passing: Test,
  scope: Scope,
): Condition {
  if (isMemberField(field))
    return eachMember(passing, someSeat(factTest({ ...comparison, field }, scope.context)), whoseRule(scope));
  if (PROJECT_FIELDS[field] === 'number')
    return compared(
      projectAmount((project) => projectNumber(project, field)),
      comparison,
    );
  return { kind: 'fact', of: projectAnswer(field, comparison, scope.context) };
}

function presence(field: Extract<Measure, { fn: 'hasField' }>['field'], passing: Test, scope: Scope): Condition {
  if (isProjectField(field)) return { kind: 'fact', of: (project) => saysSomething(project, field) };
  return eachMember(
    passing,
    someSeat((seat) => presenceOf(seat, field)),
    whoseRule(scope),
  );
}

/** What a designation or a type allows is no fact of its own. */
function presenceOf(seat: Seat, field: MemberField): Answer {
  if (isGroupField(field)) return known(valueOf(seat, field), factBehind(field), () => true);
  if (isSumField(field) || field === 'runningProjects') return known(amountOf(seat.member, field), field, () => true);
  return field === 'eligibleAs' ? unknown(field) : known(seat.member.facts[field], field, () => true);
}

/** For every member, the records of the register in its group and this draft together are few enough. */
function withinRegister(
  { groupBy, of }: Extract<Measure, { fn: 'maxPerGroup' }>,
  most: number,
  passing: Test,
): Condition {
  const isFew: MemberTest = ({ register }) =>
    known(register?.[of], `register:${of}`, (records) => (records[groupBy] ?? 0) + 1 <= most);
  return eachMember(passing, isFew, groupBy === 'member' || groupBy === 'country' ? 'member' : 'coordinator');
}

/** Of whom a rule on single members speaks. */
const whoseRule = ({ rule }: Scope): 'member' | 'coordinator' =>
  rule.level === 'coordinator' ? 'coordinator' : 'member';
