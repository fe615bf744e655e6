import type { ProjectFacts } from '../facts/draft.js';
import type { GroupField } from '../facts/fields.js';
import type { Answer } from './answer.js';
import type { MemberTest, Seat, Test } from './seat.js';
import type { Member } from '../facts/draft.js';

/*
 * What a rule comes down to: seven forms, without negation, from which both the verdict and the linear constraints are
 * made. README.md says how each clause of the language becomes one of them.
 */
export type Condition = All | AnyOf | Amount | Distinct | ForEach | Choice | Concerning | Fact;

export interface All {
  readonly kind: 'all';
  readonly of: readonly Condition[];
}

export interface AnyOf {
  readonly kind: 'any';
  readonly of: readonly Condition[];
}

/** A sum over members and the project within a range. */
export interface Amount {
  readonly kind: 'amount';
  readonly terms: readonly Term[];
  readonly range: Range;
  /** Where the sum stands for a proportion num / den, for whoever reads the verdict. */
  readonly proportion?: { readonly num: readonly Term[]; readonly den: readonly Term[]; readonly range: Range };
}

/** factor × the sum of a weight over the members that pass; or factor × a number of the project. */
export type Term = MemberTerm | ProjectTerm;

export interface MemberTerm {
  readonly factor: number;
  readonly test: MemberTest;
  /** 1 for a count, else an amount that must not be negative. */
  readonly weight: Weight;
  /** Only members of the group that it speaks of can pass. */
  readonly inGroup?: boolean;
}

export interface Weight {
  readonly name: string;
  readonly of: (member: Member) => number | undefined;
}

export interface ProjectTerm {
  readonly factor: number;
  readonly number: (project: ProjectFacts) => Interval;
}

/** What a number lies between, given what is known. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly missing: readonly string[];
}

/** Bounds are included unless `open`. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
  readonly open?: boolean;
}

/** How many different values the members that pass have. */
export interface Distinct {
  readonly kind: 'distinct';
  readonly where: Test;
  readonly field: GroupField;
  readonly range: Range;
}

/** The members that pass fall into groups, by a field: something holds for every group, or for some. */
export interface ForEach {
  readonly kind: 'forEach';
  readonly where: Test;
  readonly field: GroupField | 'member';
  readonly quantifier: 'every' | 'some';
  /** The body speaks of the group. */
  readonly ofGroup?: boolean;
  readonly body: (group: Group) => Condition;
}

/** The members of one value, or of one seat whose value is not known. */
export interface Group {
  readonly name: string;
  /** Whether another seat is of the group. */
  readonly has: Test;
  readonly seats: readonly Seat[];
}

/** Members can be chosen, no two alike, that satisfy several counts together. */
export interface Choice {
  readonly kind: 'choice';
  readonly where: Test;
  readonly size: number;
  readonly differ: readonly GroupField[];
  readonly with: readonly { readonly where: Test; readonly range: Range }[];
}

/** `then` concerns somebody: without anybody (`base` is nought) it does not apply, or the coordinator is missing. */
export interface Concerning {
  readonly kind: 'concerning';
  readonly base: readonly Term[];
  readonly nobody: 'NOT_APPLICABLE' | 'UNKNOWN';
  readonly then: Condition;
}

/** A fact of the project. */
export interface Fact {
  readonly kind: 'fact';
  readonly of: (project: ProjectFacts) => Answer;
}

export const ONE: Weight = { name: 'one', of: () => 1 };

export const allOf = (of: readonly Condition[]): Condition => (of.length === 1 && of[0] ? of[0] : { kind: 'all', of });
export const anyOf = (of: readonly Condition[]): Condition => (of.length === 1 && of[0] ? of[0] : { kind: 'any', of });

/** How many members pass. @param inGroup see {@link MemberTerm} */
export function countOf(test: MemberTest, range: Range, inGroup = false): Amount {
  return { kind: 'amount', terms: [{ factor: 1, test, weight: ONE, inGroup }], range };
}
