import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Draft } from '../facts/draft.js';
import { parseRules } from '../language/parse-rules.js';
import { compileRules } from '../proof/compile.js';
import { judge } from '../proof/judge.js';
import { forgetful, fullDraft, gaps, WORLD } from '../testing/arbitrary-drafts.js';
import { rule } from '../testing/arbitrary-rules.js';
import { isFeasible } from '../testing/feasibility.js';
import { constraintsOf } from './constraints.js';

describe('constraintsOf', () => {
  it('is kept by a choice of members exactly when no rule is NOT_MET for them', () => {
    fc.assert(
      fc.property(rule, fullDraft, gaps, fc.nat(31), (json, full, forgotten, mask) => {
        const compiled = compileRules({ ...WORLD, rules: parseRules([json]) });
        const { members, project } = forgetful(full, forgotten);
        const taken = members.map((_, index) => index).filter((index) => mask & (1 << index));
        const draft: Draft = { members: taken.flatMap((index) => members[index] ?? []), project };
        const conforms = judge(compiled[0]!, draft).verdict !== 'NOT_MET';
        expect(isFeasible(constraintsOf(compiled, members, project), new Set(taken))).toBe(conforms);
      }),
      { seed: 20231130, numRuns: 500 },
    );
  });
});
