import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestByEnumeration, smallProblem } from '../testing/small-consortia.js';
import { conflictIn } from './conflict.js';
import { GIVEN, SIZE, TIES, type ConsortiumProblem } from './problem.js';
import { linearSolver, type LinearSolver } from './solver.js';

let solver: LinearSolver;
beforeAll(async () => {
  solver = await linearSolver();
});

/** The question without some of its demands. */
function without(problem: ConsortiumProblem, demands: readonly string[]): ConsortiumProblem {
  const { organisations, scores, asks, rules, size, given, vouchers } = problem;
  const everybody = new Map(scores.map((_, option) => [option, 1]));
  return {
    ...problem,
    asks: asks.filter(({ rule }) => !demands.includes(rule)),
    size: demands.includes(SIZE) ? { min: 0, max: organisations.length } : size,
    given: demands.includes(GIVEN) ? [] : given,
    vouchers: demands.includes(TIES) ? vouchers.map(() => everybody) : vouchers,
    rules: demands.includes('countries') ? { system: () => ({ ...rules.system(), rows: [] }), shortfall: () => 0 } : rules,
  };
}

const isPossible = (problem: ConsortiumProblem): boolean => bestByEnumeration(problem) !== undefined;

describe('conflictIn', () => {
  it('names demands that cannot be kept together, none too many, and the fewest to give up', () => {
    let impossible = 0;
    fc.assert(
      fc.property(smallProblem, (problem) => {
        if (isPossible(problem)) return;
        impossible++;
        const { between, relaxation } = conflictIn(problem, { seed: 1 }, solver);
        const others = ['countries', 'asked', SIZE, TIES].filter((demand) => !between.includes(demand));
        expect(isPossible(without(problem, others))).toBe(false);
        for (const demand of between) expect(isPossible(without(problem, [...others, demand]))).toBe(true);
        expect(isPossible(without(problem, relaxation))).toBe(true);
        const asks = ['asked', SIZE, TIES];
        const oneIsEnough = asks.some((ask) => isPossible(without(problem, [ask])));
        if (oneIsEnough) expect(relaxation).toHaveLength(1);
      }),
      { seed: 20231130, numRuns: 100 },
    );
    expect(impossible).toBeGreaterThan(10);
  });
});
