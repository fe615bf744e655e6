import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestByEnumeration, smallProblem } from '../testing/small-consortia.js';
import { searchLocally } from './local-search.js';
import { DIFFERENT, type ConsortiumProblem } from './problem.js';
import { prove } from './prove.js';
import { quickStanding } from './quick-standing.js';
import { searchConsortia } from './search.js';
import { linearSolver, type LinearSolver } from './solver.js';
import { standingOf } from './standing.js';

const LIMITS = { seed: 1, nodes: 10_000 };
const RUNS = { seed: 20231130, numRuns: 150 };

let solver: LinearSolver;
beforeAll(async () => {
  solver = await linearSolver();
});

describe('searchConsortia', () => {
  it('finds what enumeration finds, and proves it', () => {
    let feasible = 0;
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const best = bestByEnumeration(problem);
        const { proposals, end } = searchConsortia(problem, 1, LIMITS, solver);
        if (best === undefined) {
          expect([proposals, end]).toEqual([[], 'none']);
          return;
        }
        feasible++;
        expect(proposals[0]?.value).toBeCloseTo(best, 6);
        expect(proposals[0]).toMatchObject({ gap: 0, proven: true });
      }),
      RUNS,
    );
    expect(feasible).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('starts from whatever is known, or from nothing, to the same end', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const known = searchLocally(problem);
        const [started, fresh] = [prove(problem, known, LIMITS, solver), prove(problem, undefined, LIMITS, solver)];
        if (typeof started === 'string') expect(fresh).toBe(started);
        else expect(fresh).toMatchObject({ bound: expect.closeTo(started.bound, 6), proven: true });
      }),
      RUNS,
    );
  });

  it('keeps proposals apart by two members or a third of them, each the best of what is left', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const { proposals } = searchConsortia(problem, 3, LIMITS, solver);
        const [first, second] = proposals;
        if (first === undefined || second === undefined) return;
        const others = problem.scores.flatMap((_, option) => (first.members.includes(option) ? [] : [option]));
        const least = Math.min(first.members.length - 1, 2);
        expect(second.members.filter((member) => others.includes(member)).length).toBeGreaterThanOrEqual(least);
        const apart = { terms: new Map(others.map((option) => [option, 1])), min: least, rule: DIFFERENT };
        expect(second.value).toBeCloseTo(bestByEnumeration({ ...problem, asks: [...problem.asks, apart] }) ?? -1, 6);
      }),
      RUNS,
    );
  });

  it('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const answer = (of: ConsortiumProblem) => searchConsortia(of, 2, LIMITS, solver);
        expect(answer(problem)).toEqual(answer(problem));
      }),
      { ...RUNS, numRuns: 20 },
    );
  });
});

describe('searchLocally', () => {
  it('only answers with what keeps all demands', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const found = searchLocally(problem);
        if (found === undefined) return;
        expect(standingOf(problem, found.members)).toEqual({ missing: 0, value: expect.closeTo(found.value, 9) });
        expect(found.members).toEqual(expect.arrayContaining([...problem.given]));
      }),
      RUNS,
    );
  });
});

describe('quickStanding', () => {
  it('is the definition', () => {
    fc.assert(
      fc.property(smallProblem, fc.uniqueArray(fc.nat(8), { minLength: 1 }), (problem, members) => {
        const { missing, value } = standingOf(problem, members);
        const options = problem.scores.map((_, option) => option);
        const quick = quickStanding(problem, options).of(members);
        expect(quick.missing).toBeCloseTo(missing, 9);
        expect(quick.value).toBeCloseTo(value, 9);
      }),
      RUNS,
    );
  });
});
