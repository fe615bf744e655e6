import type { Member, ProjectFacts } from '../facts/draft.js';
import type { CompiledRule } from '../proof/compile.js';
import {
  allOf,
  anyOf,
  type Amount,
  type Concerning,
  type Condition,
  type ForEach,
  type Group,
  type Range,
} from '../proof/condition.js';
import { contributionOf, isMemberTerm, NOTHING, projectPart } from '../proof/contribution.js';
import { bodyOf, demandOf, groupsOf } from '../proof/evaluate.js';
import { negate } from '../proof/negate.js';
import { encodeChoice } from './encode-choice.js';
import { encodeDistinct } from './encode-distinct.js';
import { grouped, ones, reaches, type Encoding } from './encoding.js';
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
export function constraintsOf(
  rules: readonly AimedRule[],
  options: readonly Member[],
  project: ProjectFacts,
): LinearSystem {
  const builder = new SystemBuilder(options);
  oneOptionAMember(builder);
  for (const { rule, when, must, aim } of rules) {
    builder.rule = rule.id;
    encode(when === undefined ? must : anyOf([negate(when), must]), { builder, project, sure: aim === 'MET' });
  }
  return builder.build();
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
function encodeAmount({ terms, range: { min, max, open } }: Amount, { builder, project, sure, guard, group }: Encoding): void {
  const among = group !== undefined && terms.every((term) => isMemberTerm(term) && term.inGroup) ? group : undefined;
  const shares = builder.options.map((option) => (among?.has(option) === false ? NOTHING : contributionOf(option, terms)));
  const rest = projectPart(project, terms);
  if (
    max === 0 &&
    (min ?? 0) <= 0 &&
    !open &&
    shares.every(({ low }) => low >= 0) &&
    rest.low === 0 &&
    rest.high === 0
  ) {
    const counting = shares.flatMap(({ low, high }, column) => ((sure ? high : low) > 0 ? [column] : []));
    noneOf(counting, builder, guard);
    return;
  }
  const atLeast = (constant: number, coefficients: readonly number[], bound: number): void => {
    if (constant === -Infinity) builder.refuse(guard);
    else if (constant < Infinity)
      builder.atLeast(bounded(coefficients, bound - constant), bound - constant, guard, open);
  };
  if (min !== undefined)
    atLeast(
      sure ? rest.low : rest.high,
      shares.map(({ low, high }) => (sure ? low : high)),
      min,
    );
  if (max !== undefined)
    atLeast(
      -(sure ? rest.high : rest.low),
      shares.map(({ low, high }) => -(sure ? high : low)),
      -max,
    );
}

/**
 * None of some options may be taken: a row a member, of whose options one at most is taken anyway. That bounds the solver
 * better than a row an option, and far better than one for all.
 */
function noneOf(columns: readonly number[], builder: SystemBuilder, guard: number | undefined): void {
  for (const indices of grouped(columns, (column) => builder.options[column]?.id ?? '').values()) {
    const taken = ones(indices.flatMap((index) => columns[index] ?? []));
    if (guard === undefined) builder.atMost(taken, 0);
    else builder.atMost(taken.set(guard, 1), 1);
  }
}

/** Coefficients for a lower bound; one without limit is as large as it takes to decide whatever else is taken. */
function bounded(coefficients: readonly number[], bound: number): Map<number, number> {
  const enough = Math.abs(bound) + 1 + sum(coefficients.filter(Number.isFinite).map(Math.abs));
  const terms = coefficients.map(
    (each, column) => [column, Number.isFinite(each) ? each : Math.sign(each) * enough] as const,
  );
  return new Map(terms.filter(([, coefficient]) => coefficient !== 0));
}

/** Written out for every group that the options can form; one of which no option is taken is not there. */
function encodeGroups(condition: ForEach, encoding: Encoding): void {
  const groups = groupsOf(condition, encoding.builder.options);
  if (condition.quantifier === 'some')
    encodeEither(
      groups.map((group) => demandOf(condition, group)),
      encoding,
    );
  else for (const group of groups) encodeAbsentOr(group, condition, encoding);
}

/** One column for nobody being of a group, one for its demand being kept. */
function encodeAbsentOr(group: Group, condition: ForEach, encoding: Encoding): void {
  const { builder, guard } = encoding;
  const absent = builder.column();
  const members = new Set(group.seats.map(({ member }) => member));
  noneOf(
    builder.options.flatMap((option, column) => (members.has(option) ? [column] : [])),
    builder,
    absent,
  );
  const kept = builder.column();
  encode(bodyOf(condition, group), { ...encoding, guard: kept, ...(condition.ofGroup && { group: members }) });
  builder.atLeast(ones([absent, kept]), 1, guard);
}

/** Without anybody the demand is kept anyway. Without a coordinator nothing is known, which refuses nothing and meets nothing. */
function encodeConcerning({ base, nobody, then }: Concerning, encoding: Encoding): void {
  const bound = (range: Range): Condition => ({ kind: 'amount', terms: base, range });
  if (nobody === 'NOT_APPLICABLE') encode(then, encoding);
  else if (encoding.sure) encode(allOf([bound({ min: 1 }), then]), encoding);
  else encodeEither([bound({ max: 0 }), then], encoding);
}
