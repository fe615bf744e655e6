import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smallProblem } from '../testing/small-consortia.js';
import { searchLocally } from './local-search.js';
import { alternativesIn, replacementsFor } from './replacements.js';
import { standingOf } from './standing.js';

const RUNS = { seed: 20231130, numRuns: 300 };

describe('replacementsFor', () => {
  it('are the best of all who keep the demands', () => {
    let found = 0;
    fc.assert(
      fc.property(smallProblem, fc.integer({ min: 1, max: 3 }), (problem, most) => {
        const choice = searchLocally(problem);
        const leaver = choice?.members.find((member) => !problem.given.includes(member));
        if (choice === undefined || leaver === undefined) return;
        const rest = choice.members.filter((member) => member !== leaver);
        const values = problem.scores
          .flatMap((_, option) => (rest.includes(option) ? [] : [standingOf(problem, [...rest, option])]))
          .filter(({ missing }) => missing === 0)
          .map(({ value }) => value)
          .sort((a, b) => b - a);
        const replacements = replacementsFor(problem, rest, most);
        expect(replacements.map(({ value }) => value)).toEqual(values.slice(0, most).map((value) => expect.closeTo(value, 9)));
        found += replacements.length;
      }),
      RUNS,
    );
    expect(found).toBeGreaterThan(100);
  });
});

describe('alternativesIn', () => {
  it('has other options for each seat, of a consortium that keeps all demands', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const choice = searchLocally(problem);
        if (choice === undefined) return;
        for (const [seat, alternatives] of alternativesIn(problem, choice, 2)) {
          for (const { option } of alternatives) {
            const members = choice.members.map((member) => (member === seat ? option : member));
            expect(standingOf(problem, members).missing).toBe(0);
            expect(option).not.toBe(seat);
          }
        }
      }),
      RUNS,
    );
  });
});
