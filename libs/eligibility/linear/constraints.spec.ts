import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Draft } from '../facts/draft.js';
import { parseRules } from '../language/parse-rules.js';
import type { Verdict } from '../language/rule.js';
import { compileRules } from '../proof/compile.js';
import { judge } from '../proof/judge.js';
import { forgetful, fullDraft, gaps, WORLD } from '../testing/arbitrary-drafts.js';
import { rule } from '../testing/arbitrary-rules.js';
import { isFeasible } from '../testing/feasibility.js';
import { constraintsOf, type Aim } from './constraints.js';

describe('constraintsOf', () => {
  it.each<[Aim, string, readonly Verdict[]]>([
    ['NOT_REFUSED', 'no rule is NOT_MET', ['MET', 'UNKNOWN', 'NOT_APPLICABLE']],
    ['MET', 'every rule is MET or does not apply', ['MET', 'NOT_APPLICABLE']],
  ])('aimed at %s, is kept by a choice of members exactly when %s', (aim, _meaning, wanted) => {
    fc.assert(
      fc.property(rule, fullDraft, gaps, fc.nat(31), (json, full, forgotten, mask) => {
        const [compiled] = compileRules({ ...WORLD, rules: parseRules([json]) });
        const { members, project } = forgetful(full, forgotten);
        const taken = members.map((_, index) => index).filter((index) => mask & (1 << index));
        const draft: Draft = { members: taken.flatMap((index) => members[index] ?? []), project };
        const conforms = wanted.includes(judge(compiled!, draft).verdict);
        const system = constraintsOf([{ ...compiled!, aim }], members, project);
        expect(isFeasible(system, new Set(taken))).toBe(conforms);
      }),
      { seed: 20231130, numRuns: 250 },
    );
  });
});
