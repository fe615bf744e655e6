import { missing, type ConsortiumProblem } from './problem.js';

/** How a choice of options stands: nothing is missing from a consortium, and the one of greater value is better. */
export interface Standing {
  readonly missing: number;
  readonly value: number;
}

export const isBetter = (a: Standing, b: Standing): boolean =>
  a.missing < b.missing || (a.missing === b.missing && a.value > b.value + 1e-12);

/** What the rules say of a choice, given once for all choices of the same kinds. */
export type ByRules = (members: readonly number[]) => number;

/** The definition, member by member. */
export function standingOf(problem: ConsortiumProblem, members: readonly number[], byRules: ByRules = problem.rules.shortfall): Standing {
  const { scores, topics, given, tieWeight, asks, organisations } = problem;
  let value = 0;
  for (const member of members) value += scores[member] ?? 0;
  for (const { holders, weight } of topics) if (members.some((member) => holders.has(member))) value += weight;
  const ties = members.filter((member) => !given.includes(member)).map((member) => strongestTie(problem, members, member));
  for (const tie of ties) value += tieWeight * tie;
  const lonely = ties.filter((tie) => tie === 0).length;
  const again = members.length - new Set(members.map((member) => organisations[member])).size;
  const lacking = asks.reduce((sum, ask) => sum + missing(ask, members), 0);
  return { missing: offSize(problem, members) + lonely + again + lacking + byRules(members), value };
}

export function offSize({ size: { min, max } }: ConsortiumProblem, { length }: readonly number[]): number {
  return Math.max(0, min - length, length - max);
}

/** max_{j ∈ S} tie_ij; 0 for whom nobody vouches. */
export function strongestTie({ vouchers }: ConsortiumProblem, members: readonly number[], member: number): number {
  return Math.max(0, ...members.filter((other) => other !== member).map((other) => vouchers[member]?.get(other) ?? 0));
}

export function rememberedRules({ kinds, rules, given }: ConsortiumProblem): ByRules {
  const known = new Map<string, number>();
  // Those given keep their own roles, which a kind does not tell.
  const name = (member: number) => (given.includes(member) ? -1 - member : (kinds[member] ?? 0));
  return (members) => {
    const key = members.map(name).sort((a, b) => a - b).join();
    const kept = known.get(key) ?? rules.shortfall(members);
    known.set(key, kept);
    return kept;
  };
}
