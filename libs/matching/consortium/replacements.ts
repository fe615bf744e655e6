import type { Choice, ConsortiumProblem } from './problem.js';
import { hopeOf } from './shortlist.js';
import { rememberedRules, standingOf, strongestTie, type ByRules } from './standing.js';

export interface Replacement {
  readonly option: number;
  /** Of the consortium with it. */
  readonly value: number;
}

/** Who could take a seat so that all demands are kept, the exact best so many, best first. */
export function replacementsFor(problem: ConsortiumProblem, rest: readonly number[], most: number, byRules: ByRules = rememberedRules(problem)): Replacement[] {
  const base = standingOf(problem, rest, () => 0).value;
  const gains = gainsFor(problem, rest);
  const options = [...gains.keys()].sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b);
  const best: Replacement[] = [];
  for (const option of options) {
    const worst = best[most - 1]?.value ?? -Infinity;
    if (base + (gains[option] ?? 0) < worst) break;
    if (rest.includes(option)) continue;
    const { missing, value } = standingOf(problem, [...rest, option], byRules);
    if (missing > 0 || value <= worst) continue;
    best.push({ option, value });
    best.sort((a, b) => b.value - a.value);
    best.splice(most);
  }
  return best;
}

/**
 *     gain_i ≤ score_i + Σ weight of its topics + tieWeight (max_j tie_ij + Σ_{j ∈ rest} max(0, tie_ji − max_k tie_jk))
 */
function gainsFor(problem: ConsortiumProblem, rest: readonly number[]): number[] {
  const { scores, vouchers, given, tieWeight } = problem;
  const tied = rest.filter((member) => !given.includes(member)).map((member) => ({ member, tie: strongestTie(problem, rest, member) }));
  return scores.map((_, option) => {
    const lifted = tied.reduce((sum, { member, tie }) => sum + Math.max(0, (vouchers[member]?.get(option) ?? 0) - tie), 0);
    return hopeOf(problem, option) + tieWeight * lifted;
  });
}

/** For each member who is not given, the best who could take its place. */
export function alternativesIn(problem: ConsortiumProblem, { members }: Choice, most: number): Map<number, Replacement[]> {
  const byRules = rememberedRules(problem);
  const seats = members.filter((member) => !problem.given.includes(member));
  return new Map(
    seats.map((seat) => {
      const rest = members.filter((member) => member !== seat);
      const others = replacementsFor(problem, rest, most + 1, byRules).filter(({ option }) => option !== seat);
      return [seat, others.slice(0, most)];
    }),
  );
}
