import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseRules } from '../language/parse-rules.js';
import { forgetful, fullDraft, gaps, WORLD } from '../testing/arbitrary-drafts.js';
import { rule } from '../testing/arbitrary-rules.js';
import { isFeasible } from '../testing/feasibility.js';
import { choiceRules } from './choice-rules.js';

describe('choiceRules', () => {
  it('misses nothing exactly where the rows can be kept', () => {
    fc.assert(
      fc.property(rule, fullDraft, gaps, fc.nat(31), (json, full, forgotten, mask) => {
        const { members, project } = forgetful(full, forgotten);
        const rules = parseRules([{ ...json, severity: 'MANDATORY' }]);
        const { system, shortfall } = choiceRules({ ...WORLD, rules }, members, project);
        const taken = members.map((_, option) => option).filter((option) => mask & (1 << option));
        const missing = shortfall(taken.flatMap((option) => members[option] ?? []));
        expect(missing === 0).toBe(isFeasible(system(), new Set(taken)));
      }),
      { seed: 20231130, numRuns: 150 },
    );
  });
});
