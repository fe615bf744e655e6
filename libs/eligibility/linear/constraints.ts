import type { Member, ProjectFacts } from '../facts/draft.js';
import type { CompiledRule } from '../proof/compile.js';
import { anyOf, type Amount, type Choice, type Concerning, type Condition, type Distinct, type ForEach } from '../proof/condition.js';
import { contributionOf, projectPart } from '../proof/contribution.js';
import { demandOf, groupsOf } from '../proof/evaluate.js';
import { negate } from '../proof/negate.js';
import { seatsOf, valueOf } from '../proof/seat.js';
import { sum, SystemBuilder, type LinearSystem } from './system.js';

/**
 * Rules as linear constraints. An option is a member in certain roles that may be taken; of one member, one option.
 * A choice of options keeps the rows exactly when no rule is NOT_MET for the draft of those options: what is open is
 * taken for the best, as in the verdicts.
 */
export function constraintsOf(rules: readonly CompiledRule[], options: readonly Member[], project: ProjectFacts): LinearSystem {
  const builder = new SystemBuilder(options);
  oneOptionAMember(builder);
  for (const { rule, when, must } of rules) {
    builder.rule = rule.id;
    encode(when === undefined ? must : anyOf([negate(when), must]), { builder, project });
  }
  return builder.build();
}

interface Encoding {
  readonly builder: SystemBuilder;
  readonly project: ProjectFacts;
  /** A column that, where it is 0, frees from the condition. */
  readonly guard?: number;
}

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
      if (condition.of(encoding.project).holds === false) encoding.builder.refuse(encoding.guard);
  }
}

/** One column a way; at least one of them is 1, and then its way is kept. */
function encodeEither(ways: readonly Condition[], { builder, project, guard }: Encoding): void {
  const columns = ways.map((way) => {
    const column = builder.column();
    encode(way, { builder, project, guard: column });
    return column;
  });
  builder.atLeast(ones(columns), 1, guard);
}

/** The least bound is to be reached by what may be there, the most to be kept by what surely is. */
function encodeAmount({ terms, range: { min, max, open } }: Amount, { builder, project, guard }: Encoding): void {
  const shares = builder.options.map((option) => contributionOf(option, terms));
  const rest = projectPart(project, terms);
  if (min !== undefined && rest.high < Infinity) {
    builder.atLeast(bounded(shares.map(({ high }) => high), min - rest.high), min - rest.high, guard, open);
  }
  if (max !== undefined && rest.low > -Infinity) {
    const coefficients = bounded(shares.map(({ low }) => -low), rest.low - max);
    builder.atLeast(coefficients, rest.low - max, guard, open);
  }
}

/** Coefficients for a lower bound; one without limit is as large as it takes to reach the bound whatever else is taken. */
function bounded(coefficients: readonly number[], bound: number): Map<number, number> {
  const enough = Math.abs(bound) + 1 - sum(coefficients.filter((each) => each < 0));
  const terms = coefficients.map((each, column) => [column, each === Infinity ? enough : each] as const);
  return new Map(terms.filter(([, coefficient]) => coefficient !== 0));
}

/**
 * A column a value: for the least bound it may be 1 only if an option with the value is taken, for the most it must be.
 * An option whose value is not known may add one, and surely is one.
 */
function encodeDistinct({ where, field, range: { min, max, open } }: Distinct, { builder, guard }: Encoding): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option).map((seat) => ({ column, holds: where(seat).holds, value: valueOf(seat, field) })),
  );
  if (min !== undefined) {
    const possible = seats.filter(({ holds }) => holds !== false);
    const values = valueColumns(possible, (value, columns) => {
      builder.atLeast(new Map([...ones(columns), [value, -1]]), 0);
    }, builder);
    const unknown = possible.filter(({ value }) => value === undefined);
    const terms = ones(values);
    for (const { column } of unknown) terms.set(column, (terms.get(column) ?? 0) + 1);
    builder.atLeast(terms, min, guard, open);
  }
  if (max !== undefined) {
    const sure = seats.filter(({ holds }) => holds);
    const values = valueColumns(sure, (value, columns) => {
      for (const column of columns) builder.atLeast(new Map([[value, 1], [column, -1]]), 0);
    }, builder);
    builder.atMost(ones(values), max, guard, open);
    const nameless = sure.filter(({ value }) => value === undefined);
    for (const { column } of nameless) builder.atMost(ones([column]), max, guard, open);
  }
}

interface Valued {
  readonly column: number;
  readonly value: string | undefined;
}

function valueColumns(seats: readonly Valued[], tie: (value: number, columns: readonly number[]) => void, builder: SystemBuilder): number[] {
  const named = seats.filter(({ value }) => value !== undefined);
  const byValue = new Map<string, Set<number>>();
  for (const { column, value = '' } of named) byValue.set(value, (byValue.get(value) ?? new Set()).add(column));
  return [...byValue.values()].map((columns) => {
    const value = builder.column();
    tie(value, [...columns]);
    return value;
  });
}

/** Written out for every group that the options can form. */
function encodeGroups(condition: ForEach, encoding: Encoding): void {
  const demands = groupsOf(condition, encoding.builder.options).map((group) => demandOf(condition, group));
  if (condition.quantifier === 'every') for (const demand of demands) encode(demand, encoding);
  else encodeEither(demands, encoding);
}

/** Columns for the chosen seats, no two alike, only of options that are taken. */
function encodeChoice({ where, size, differ, with: counts }: Choice, { builder, guard }: Encoding): void {
  const seats = builder.options.flatMap((option, column) =>
    seatsOf(option).filter((seat) => where(seat).holds !== false).map((seat) => ({ seat, column, chosen: builder.column() })),
  );
  const chosen = seats.map((each) => each.chosen);
  builder.atLeast(ones(chosen), size, guard);
  builder.atMost(ones(chosen), size);
  for (const [, indices] of grouped(seats, ({ column }) => String(column))) {
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
    const sure = seats.filter(({ seat }) => counted(seat).holds).map((each) => each.chosen);
    const possible = seats.filter(({ seat }) => counted(seat).holds !== false).map((each) => each.chosen);
    if (range.min !== undefined) builder.atLeast(ones(possible), range.min, guard);
    if (range.max !== undefined) builder.atMost(ones(sure), range.max, guard);
  }
}

/** Without anybody the demand is kept anyway; where that means UNKNOWN, a denied one is too. */
function encodeConcerning({ base, nobody, then }: Concerning, encoding: Encoding): void {
  if (nobody === 'NOT_APPLICABLE') encode(then, encoding);
  else encodeEither([{ kind: 'amount', terms: base, range: { max: 0 } }, then], encoding);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, item] of items.entries()) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), index]);
  return groups;
}

const ones = (columns: readonly number[]): Map<number, number> => new Map(columns.map((column) => [column, 1]));
