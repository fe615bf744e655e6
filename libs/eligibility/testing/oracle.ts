import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft, Member } from '../facts/draft.js';
import type { EntityFacts } from '../facts/member-facts.js';
import type { Clause, Condition, MemberFilter, Quantity, Rule, Verdict } from '../language/rule.js';

/*
 * A second evaluator, stupid and obviously right, for drafts of the small world of which every fact is known. It knows
 * nothing of intervals, groups of unknown members or negation pushed down; a selection is looked for among all subsets.
 */
type Truth = boolean | 'VACUOUS' | 'UNKNOWN';

export function oracle(rule: Rule, draft: Draft, call: EligibilityCall): Verdict {
  const world: World = { draft, call, rule, group: draft.members.flatMap(persons), whole: undefined };
  if (rule.when !== undefined && truth(rule.when, world) === false) return 'NOT_APPLICABLE';
  const must = truth(rule.must, world);
  if (must === true) return 'MET';
  if (must === 'VACUOUS') return 'NOT_APPLICABLE';
  if (rule.when !== undefined && truth(rule.when, world) === 'UNKNOWN') return 'UNKNOWN';
  return must === 'UNKNOWN' ? 'UNKNOWN' : 'NOT_MET';
}

interface Person {
  readonly member: Member;
  readonly entity: EntityFacts;
}
interface World {
  readonly draft: Draft;
  readonly call: EligibilityCall;
  readonly rule: Rule;
  readonly group: readonly Person[];
  readonly whole: readonly Person[] | undefined;
  readonly coordinator?: Member;
}

const persons = (member: Member): Person[] =>
  [member.facts, ...(member.facts.entities ?? [])].map((entity) => ({ member, entity }));

function truth(clause: Clause, world: World): Truth {
  if ('allOf' in clause) return allOf(clause.allOf.map((part) => truth(part, world)));
  if ('anyOf' in clause) return anyOf(clause.anyOf.map((option) => truth(option.clause, world)));
  if ('not' in clause) return deny(truth(clause.not, world));
  if ('rule' in clause) throw new Error('no references in the small world');
  if (!filtersOf(clause).some(mentionsCoordinator)) return demand(clause, world);
  const coordinators = world.draft.members.filter(({ roles }) => roles.includes('COORDINATOR'));
  if (coordinators.length === 0) return 'UNKNOWN';
  return allOf(coordinators.map((coordinator) => demand(clause, { ...world, coordinator })));
}

function allOf(parts: Truth[]): Truth {
  if (parts.includes(false)) return false;
  if (parts.includes('UNKNOWN')) return 'UNKNOWN';
  return parts.every((part) => part === 'VACUOUS') ? 'VACUOUS' : true;
}

function anyOf(parts: Truth[]): Truth {
  for (const best of [true, 'VACUOUS', 'UNKNOWN'] as const) if (parts.includes(best)) return best;
  return false;
}

const deny = (part: Truth): Truth => (part === 'UNKNOWN' ? part : part === false);

const filtersOf = ({ where, measure }: Condition): (MemberFilter | undefined)[] => [
  where,
  ...(measure.fn === 'selection' ? measure.with.map((each) => each.where) : []),
];

const mentionsCoordinator = (filter: MemberFilter | undefined): boolean =>
  filter !== undefined &&
  (filter.differsFromCoordinator !== undefined || mentionsCoordinator(filter.or) || mentionsCoordinator(filter.not));

function demand(condition: Condition, world: World): Truth {
  const { where, measure } = condition;
  const passing = world.group.filter((person) => passes(person, where, world));
  const members = [...new Set(passing.map(({ member }) => member))];
  const compare = (number: number): boolean => compares(number, condition);
  switch (measure.fn) {
    case 'count':
      return compare(members.length);
    case 'countDistinct':
      return compare(new Set(passing.map((person) => valueOf(person, measure.field))).size);
    case 'sum':
      return compare(total(members));
    case 'share': {
      const sameRoles = world.group.filter((person) => passes(person, where?.roles && { roles: where.roles }, world));
      const all = [...new Set((world.whole ?? sameRoles).map(({ member }) => member))];
      return measure.field
        ? portion(total(members), total(all), compare)
        : portion(members.length, all.length, compare);
    }
    case 'ratio':
      return portion(quantity(measure.num, passing, world), quantity(measure.den, passing, world), compare);
    case 'everyGroup': {
      const values = [...new Set(passing.map((person) => valueOf(person, measure.groupBy)))];
      if (values.length === 0) return 'VACUOUS';
      const groups = values.map((value) => passing.filter((person) => valueOf(person, measure.groupBy) === value));
      return allOf(groups.map((group) => truth(measure.having, { ...world, group, whole: passing })));
    }
    case 'selection':
      return subsets(passing, measure.size).some((chosen) => {
        const differ = measure.differ.every(
          (field) => new Set(chosen.map((person) => valueOf(person, field))).size === chosen.length,
        );
        const apart = new Set(chosen.map(({ member }) => member)).size === chosen.length;
        const counts = measure.with.every((each) =>
          compares(chosen.filter((person) => passes(person, each.where, world)).length, each),
        );
        return apart && (measure.size === 1 || differ) && counts;
      });
    case 'maxPerGroup': {
      const level = measure.groupBy === 'coordinator' ? 'coordinator' : 'organisation';
      const isFew = ({ register }: Member): boolean =>
        (register?.[measure.of]?.[measure.groupBy] ?? 0) + 1 <= Number(condition.value);
      return ofEach(members, { ...world, rule: { ...world.rule, level } }, isFew);
    }
    case 'field': {
      const value = world.draft.project.fields[measure.field as 'months'];
      if (measure.field === 'months') return compare(Number(value));
      if (measure.field === 'objectives') return (value as unknown as unknown[]).includes(condition.value);
      return ofEach(members, world, (member) =>
        measure.field === 'sme'
          ? member.facts.sme === true
          : persons(member).some(({ entity }) => ['BE', 'NL'].includes(entity.country)),
      );
    }
    case 'hasDocument':
      if (world.rule.level === 'consortium') return world.draft.project.documents?.[measure.kind] === true;
      return ofEach(members, world, ({ documents }) => documents?.[measure.kind] === true);
    case 'countIn':
    case 'hasField':
    case 'projectExperience':
    case 'screening':
      throw new Error(`no ${measure.fn} in the small world`);
  }
}

function ofEach(members: Member[], { rule, draft }: World, fits: (member: Member) => boolean): Truth {
  const concerned =
    rule.level === 'coordinator' ? members.filter(({ roles }) => roles.includes('COORDINATOR')) : members;
  if (rule.level === 'coordinator' && !draft.members.some(({ roles }) => roles.includes('COORDINATOR')))
    return 'UNKNOWN';
  return concerned.length === 0 ? 'VACUOUS' : concerned.every(fits);
}

function portion(num: number, den: number, compare: (number: number) => boolean): Truth {
  if (num === 0 && den === 0) return 'VACUOUS';
  return compare(den === 0 ? Infinity : num / den);
}

function quantity(side: Quantity, passing: readonly Person[], world: World): number {
  if ('project' in side) return Number(world.draft.project.fields[side.project]);
  const members = [
    ...new Set(passing.filter((person) => passes(person, side.where, world)).map(({ member }) => member)),
  ];
  return side.sum ? total(members) : members.length;
}

const total = (members: readonly Member[]): number => members.reduce((sum, { budgetEur = 0 }) => sum + budgetEur, 0);

function compares(number: number, { op, value }: Condition): boolean {
  const [first = 0, second = 0] = [value].flat() as number[];
  if (op === '>=') return number >= first;
  if (op === '<=') return number <= first;
  if (op === 'between') return number >= first && number <= second;
  const listed = ([value].flat() as number[]).includes(number);
  return op === '!=' || op === 'notIn' ? !listed : listed;
}

function passes(person: Person, filter: MemberFilter | undefined, world: World): boolean {
  if (filter === undefined) return true;
  const { member, entity } = person;
  const own = [
    filter.roles?.some((role) => member.roles.includes(role)),
    filter.countryIn?.some((name) => (name === 'UNION' ? ['BE', 'NL'] : [name]).includes(entity.country)),
    filter.orgTypeIn?.some((name) => entity.type === name || (name === 'BUSINESS' && entity.type === 'COMPANY')),
    filter.nutsNotIn && !['BE25', 'NL34', 'NL341'].includes(entity.nuts ?? ''),
    filter.designation && member.facts.designations.length > 0,
    filter.document && member.documents?.[filter.document] === true,
    filter.fact?.field === 'sme' ? member.facts.sme === true : undefined,
    filter.fact?.field === 'establishedOn' ? (member.facts.establishedOn ?? '') <= '2021-11-30' : undefined,
    filter.fact?.field === 'budgetEur' ? (member.budgetEur ?? 0) >= 10 : undefined,
    filter.differsFromCoordinator &&
      persons(world.coordinator ?? member).every((other) => other.entity.country !== entity.country),
    filter.seatOnly && entity === member.facts,
    filter.not && !passes(person, filter.not, world),
  ].every((part) => part === undefined || part);
  return own || (filter.or !== undefined && passes(person, filter.or, world));
}

function valueOf({ member, entity }: Person, field: string): string {
  if (field === 'country') return entity.country;
  if (field === 'sector') return { MUNICIPALITY: 'PUBLIC', UNIVERSITY: 'ACADEMIA' }[String(entity.type)] ?? 'BUSINESS';
  return member.facts.controller ?? member.id;
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}
