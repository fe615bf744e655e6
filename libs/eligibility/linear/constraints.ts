import type { Member, ProjectFacts } from '../facts/draft.js';
import type { CompiledRule } from '../proof/compile.js';
import { isTrue, type Answer } from '../proof/answer.js';
import { allOf, anyOf, countOf, type Amount, type Choice, type Concerning, type Condition, type Distinct, type ForEach, type Group, type Range } from '../proof/condition.js';
import { contributionOf, projectPart } from '../proof/contribution.js';
import { bodyOf, demandOf, groupsOf } from '../proof/evaluate.js';
import { negate } from '../proof/negate.js';
import { seatsOf, valueOf } from '../proof/seat.js';
import { sum, SystemBuilder, type LinearSystem } from './system.js';

/** What a rule must come to: anything but NOT_MET, or surely MET (or not applicable). */
export type Aim = 'NOT_REFUSED' | 'MET';

export interface AimedRule extends CompiledRule {
  readonly aim: Aim;
}

/**
 * Rules as linear constraints. An option is a member in certain roles that may be taken; of one member, one option.
 * A choice of options keeps the rows exactly when the verdicts on the draft of those options are as aimed at: what is
 * open is taken for the best where a rule need only not be refused, for the worst where it is to be met.
 */
export function constraintsOf(rules: readonly AimedRule[], options: readonly Member[], project: ProjectFacts): LinearSystem {
  const builder = new SystemBuilder(options);
  oneOptionAMember(builder);
  for (const { rule, when, must, aim } of rules) {
    builder.rule = rule.id;
    encode(when === undefined ? must : anyOf([negate(when), must]), { builder, project, sure: aim === 'MET' });
  }
  return builder.build();
}

interface Encoding {
  readonly builder: SystemBuilder;
  readonly project: ProjectFacts;
  /** Whether only what is surely so counts. */
  readonly sure: boolean;
  /** A column that, where it is 0, frees from the condition. */
  readonly guard?: number;
}

/** Whether an answer counts towards a least bound. */
const reaches = ({ holds }: Answer, sure: boolean): boolean => (sure ? holds === true : holds !== false);

function oneOptionAMember(builder: SystemBuilder): void {
  for (const columns of grouped(builder.options, ({ id }) => id).values()) {
    if (columns.length > 1) builder.atMost(ones(columns), 1);
  }
}

function encode(condition: Condition, encoding: Encoding): void {
  switch (condition.kind) {
    case 'all':
      for (const part of condition.of) encode(part, encoding);
      return;
    case 'any':
      encodeEither(condition.of, encoding);
      return;
    case 'amount':
      encodeAmount(condition, encoding);
      return;
    case 'distinct':
      encodeDistinct(condition, encoding);
      return;
    case 'forEach':
      encodeGroups(condition, encoding);
      return;
    case 'choice':
      encodeChoice(condition, encoding);
      return;
    case 'concerning':
      encodeConcerning(condition, encoding);
      return;
    case 'fact':
      if (!reaches(condition.of(encoding.project), encoding.sure)) encoding.builder.refuse(encoding.guard);
  }
}

/** One column a way; at least one of them is 1, and then its way is kept. */
function encodeEither(ways: readonly Condition[], encoding: Encoding): void {
  const { builder } = encoding;
  const columns = ways.map((way) => {
    const guard = builder.column();
    encode(way, { ...encoding, guard });
    return guard;
  });
  builder.atLeast(ones(columns), 1, encoding.guard);
}

/** Where nothing need be refused, the least bound is to be reached by what may be there, the most kept by what surely is. */
function encodeAmount({ terms, range: { min, max, open } }: Amount, { builder, project, sure, guard }: Encoding): void {
  const shares = builder.options.map((option) => contributionOf(option, terms));
  const rest = projectPart(project, terms);
  if (max === 0 && (min ?? 0) <= 0 && !open && shares.every(({ low }) => low >= 0) && rest.low === 0 && rest.high === 0) {
    nobody(shares.map(({ low, high }) => (sure ? high : low)), builder, guard);
    return;
  }
  const atLeast = (constant: number, coefficients: readonly number[], bound: number): void => {
    if (constant === -Infinity) builder.refuse(guard);
    else if (constant < Infinity) builder.atLeast(bounded(coefficients, bound - constant), bound - constant, guard, open);
  };
  if (min !== undefined) atLeast(sure ? rest.low : rest.high, shares.map(({ low, high }) => (sure ? low : high)), min);
  if (max !== undefined) atLeast(-(sure ? rest.high : rest.low), shares.map(({ low, high }) => -(sure ? high : low)), -max);
}

/** None of the options that count may be taken: a row each, which bounds the solver better than one for all. */
function nobody(coefficients: readonly number[], builder: SystemBuilder, guard: number | undefined): void {
  for (const [column, coefficient] of coefficients.entries()) if (coefficient > 0) builder.atMost(ones([column]), 0, guard);
}

/** Coefficients for a lower bound; one without limit is as large as it takes to decide whatever else is taken. */
function bounded(coefficients: readonly number[], bound: number): Map<number, number> {
  const enough = Math.abs(bound) + 1 + sum(coefficients.filter(Number.isFinite).map(Math.abs));
  const terms = coefficients.map((each, column) => [column, Number.isFinite(each) ? each : Math.sign(each) * enough] as const);
  return new Map(terms.filter(([, coefficient]) => coefficient !== 0));
}

/**
 * A column a value: for the least bound it may be 1 only if an option with the value is taken, for the most it must be.
 * A seat whose value is not known may add one, and surely is one.
 */
function encodeDistinct({ where, field, range: { min, max, open } }: Distinct, { builder, sure, guard }: Encoding): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option).map((seat) => ({ column, answer: where(seat), value: valueOf(seat, field) })),
  );
  if (min !== undefined) {
    const counting = seats.filter(({ answer }) => reaches(answer, sure));
    const least = open ? Math.floor(min) + 1 : Math.ceil(min);
    if (sure && least === 1) builder.atLeast(ones(counting.map(({ column }) => column)), 1, guard);
    else builder.atLeast(plusEach(atMostOnce(counting, builder), sure ? [] : nameless(counting)), least, guard);
  }
  if (max !== undefined) {
    const counting = seats.filter(({ answer }) => reaches(answer, !sure));
    const values = atLeastOnce(counting, builder);
    if (sure) builder.atMost(plusEach(values, nameless(counting)), max, guard, open);
    else for (const terms of [values, ...nameless(counting).map((column) => ones([column]))]) builder.atMost(terms, max, guard, open);
  }
}

interface Valued {
  readonly column: number;
  readonly value: string | undefined;
}

const nameless = (seats: readonly Valued[]): number[] => seats.filter(({ value }) => value === undefined).map(({ column }) => column);

/** A column a value, which can be 1 only if an option with the value is taken. */
function atMostOnce(seats: readonly Valued[], builder: SystemBuilder): Map<number, number> {
  return valueColumns(seats, builder, (value, columns) => {
    builder.atLeast(new Map([...ones(columns), [value, -1]]), 0);
  });
}

/** A column a value, which is 1 if an option with the value is taken. */
function atLeastOnce(seats: readonly Valued[], builder: SystemBuilder): Map<number, number> {
  return valueColumns(seats, builder, (value, columns) => {
    for (const column of columns) builder.atLeast(new Map([[value, 1], [column, -1]]), 0);
  });
}

function valueColumns(seats: readonly Valued[], builder: SystemBuilder, tie: (value: number, columns: readonly number[]) => void): Map<number, number> {
  const byValue = new Map<string, Set<number>>();
  for (const { column, value } of seats) {
    if (value !== undefined) byValue.set(value, (byValue.get(value) ?? new Set()).add(column));
  }
  return ones([...byValue.values()].map((columns) => {
    const value = builder.column();
    tie(value, [...columns]);
    return value;
  }));
}

function plusEach(terms: Map<number, number>, columns: readonly number[]): Map<number, number> {
  for (const column of columns) terms.set(column, (terms.get(column) ?? 0) + 1);
  return terms;
}

/** Written out for every group that the options can form; one of which no option is taken is not there. */
function encodeGroups(condition: ForEach, encoding: Encoding): void {
  const groups = groupsOf(condition, encoding.builder.options);
  if (condition.quantifier === 'some') encodeEither(groups.map((group) => demandOf(condition, group)), encoding);
  else for (const group of groups) encodeEither([absent(group), bodyOf(condition, group)], encoding);
}

function absent({ seats }: Group): Condition {
  const members = new Set(seats.map(({ member }) => member));
  return countOf((member) => isTrue(members.has(member)), { max: 0 });
}

/** Columns for the chosen seats, no two alike, only of options that are taken. */
function encodeChoice({ where, size, differ, with: counts }: Choice, { builder, sure, guard }: Encoding): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option)
      .filter((seat) => reaches(where(seat), sure) && !(sure && differ.some((field) => valueOf(seat, field) === undefined)))
      .map((seat) => ({ seat, column, chosen: builder.column() })),
  );
  const chosen = seats.map((each) => each.chosen);
  builder.atLeast(ones(chosen), size, guard);
  builder.atMost(ones(chosen), size);
  for (const indices of grouped(seats, ({ column }) => String(column)).values()) {
    const ofOption = indices.flatMap((index) => seats[index] ?? []);
    const [first] = ofOption;
    if (first) builder.atMost(new Map([...ones(ofOption.map((each) => each.chosen)), [first.column, -1]]), 0);
  }
  for (const field of differ) {
    for (const [value, indices] of grouped(seats, ({ seat }) => valueOf(seat, field) ?? '')) {
      if (value !== '' && indices.length > 1) builder.atMost(ones(indices.flatMap((index) => chosen[index] ?? [])), 1);
    }
  }
  for (const { where: counted, range } of counts) {
    const counting = (strictly: boolean): Map<number, number> =>
      ones(seats.filter(({ seat }) => reaches(counted(seat), strictly)).map((each) => each.chosen));
    if (range.min !== undefined) builder.atLeast(counting(sure), range.min, guard);
    if (range.max !== undefined) builder.atMost(counting(!sure), range.max, guard);
  }
}

/** Without anybody the demand is kept anyway. Without a coordinator nothing is known, which refuses nothing and meets nothing. */
function encodeConcerning({ base, nobody, then }: Concerning, encoding: Encoding): void {
  const bound = (range: Range): Condition => ({ kind: 'amount', terms: base, range });
  if (nobody === 'NOT_APPLICABLE') encode(then, encoding);
  else if (encoding.sure) encode(allOf([bound({ min: 1 }), then]), encoding);
  else encodeEither([bound({ max: 0 }), then], encoding);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), index]);
  return groups;
}

const ones = (columns: readonly number[]): Map<number, number> => new Map(columns.map((column) => [column, 1]));
