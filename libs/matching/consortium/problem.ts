/** min ≤ Σ coefficient × column ≤ max; where `open`, the bound itself is not enough. */
export interface Demand {
  readonly terms: ReadonlyMap<number, number>;
  readonly min?: number;
  readonly max?: number;
  readonly open?: boolean;
  /** What it is called where it cannot be kept. */
  readonly rule: string;
}

/** Demands that need helper columns, 0 or 1, which are numbered after the options. */
export interface LinearRules {
  readonly rows: readonly Demand[];
  /** Options and helpers together. */
  readonly columns: number;
}

export interface Rules {
  /** Asked for when the proof begins: it takes longer than the answer at once. */
  readonly system: () => LinearRules;
  /** How far a choice of options is from keeping the rows with some values of the helpers; 0 when it keeps them. */
  readonly shortfall: (members: readonly number[]) => number;
}

/** Something that one member is enough for. */
export interface Topic {
  readonly id: string;
  /** What it is worth to have it covered. */
  readonly weight: number;
  /** The options that cover it. */
  readonly holders: ReadonlySet<number>;
}

/** Who vouches for an option: an option, and the strength of the tie, in (0, 1]. */
export type Vouchers = ReadonlyMap<number, number>;

/**
 * Which consortium is the best? An option is an organisation in a role that may be taken; all is told by position.
 *
 *     value(S) = Σ_{i ∈ S} score_i + Σ_{topics covered by S} weight + tieWeight Σ_{i ∈ S, not given} max_{j ∈ S} tie_ij
 *
 * which is never negative. Everybody but those given is vouched for by somebody else in S.
 */
export interface ConsortiumProblem {
  /** The organisation of each option: no two options of one are taken. */
  readonly organisations: readonly string[];
  /** ≥ 0. */
  readonly scores: readonly number[];
  /** Options that neither rules nor asks can tell apart have one kind. */
  readonly kinds: readonly number[];
  /** Options that are in: the lead, and whoever is wanted by name. */
  readonly given: readonly number[];
  /** Members, those given included. */
  readonly size: { readonly min: number; readonly max: number };
  readonly topics: readonly Topic[];
  readonly vouchers: readonly Vouchers[];
  readonly tieWeight: number;
  readonly rules: Rules;
  /** Demands on options alone. */
  readonly asks: readonly Demand[];
}

/** Names of the demands that every consortium has to keep. */
export const SIZE = 'size';
export const GIVEN = 'pinned';
export const TIES = 'ties';
export const ONCE = 'once';
export const DIFFERENT = 'different';

/** Members of a consortium by option, ascending, with what they are worth. */
export interface Choice {
  readonly members: readonly number[];
  readonly value: number;
}

/** A choice with what no consortium can exceed. */
export interface Proposal extends Choice {
  readonly bound: number;
  /** (bound − value) / bound. */
  readonly gap: number;
  /** No eligible consortium is better. */
  readonly proven: boolean;
}

export function gapOf(value: number, bound: number): number {
  return bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
}

/** How far a sum is from what is demanded. */
export function missing({ terms, min = -Infinity, max = Infinity, open = false }: Demand, members: readonly number[]): number {
  let sum = 0;
  for (const member of members) sum += terms.get(member) ?? 0;
  const lack = Math.max(0, min - sum, sum - max);
  return lack === 0 && open && (sum === min || sum === max) ? 1 : lack;
}
