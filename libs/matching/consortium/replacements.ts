import type { Choice, ConsortiumProblem } from './problem.js';
import { rememberedRules, standingOf } from './standing.js';

export interface Replacement {
  readonly option: number;
  /** Of the consortium with it. */
  readonly value: number;
}

/**
 * Who could take a seat so that all demands are kept, best first.
 * @param rest the other members; they may be fewer than the least size by more than one: then nobody is enough
 */
export function replacementsFor(problem: ConsortiumProblem, rest: readonly number[], most: number, except: readonly number[] = []): Replacement[] {
  const byRules = rememberedRules(problem);
  const taken = new Set([...rest, ...except].map((member) => problem.organisations[member]));
  return problem.organisations
    .flatMap((organisation, option): Replacement[] => {
      if (taken.has(organisation)) return [];
      const { missing, value } = standingOf(problem, [...rest, option], byRules);
      return missing > 0 ? [] : [{ option, value }];
    })
    .sort((a, b) => b.value - a.value || a.option - b.option)
    .slice(0, most);
}

/** For each member who is not given, the best who could take its place. */
export function alternativesIn(problem: ConsortiumProblem, { members }: Choice, most: number): Map<number, Replacement[]> {
  const seats = members.filter((member) => !problem.given.includes(member));
  return new Map(
    seats.map((seat) => [seat, replacementsFor(problem, members.filter((member) => member !== seat), most, [seat])]),
  );
}
