import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EligibilityCall } from '../eligibility-call.js';
import type { Draft } from '../facts/draft.js';
import { parseRules } from '../language/parse-rules.js';
import type { Verdict } from '../language/rule.js';
import { completions, forgetful, fullDraft, gaps, WORLD } from '../testing/arbitrary-drafts.js';
import { rule } from '../testing/arbitrary-rules.js';
import { oracle } from '../testing/oracle.js';
import { compileRules } from './compile.js';
import { judge } from './judge.js';

function callOf(json: unknown): EligibilityCall {
  return { ...WORLD, rules: parseRules([json]) };
}

function verdict(call: EligibilityCall, draft: Draft): Verdict {
  return judge(compileRules(call)[0]!, draft).verdict;
}

const RUNS = { seed: 20231130, numRuns: 600 };

describe('judge', () => {
  it('agrees with the stupid evaluator where every fact is known', () => {
    fc.assert(
      fc.property(rule, fullDraft, (json, draft) => {
        const call = callOf(json);
        expect(verdict(call, draft)).toBe(oracle(call.rules[0]!, draft, call));
      }),
      RUNS,
    );
  });

  it('never decides what a missing fact could still change', () => {
    fc.assert(
      fc.property(rule, fullDraft, gaps, (json, draft, forgotten) => {
        const call = callOf(json);
        const told = verdict(call, forgetful(draft, forgotten));
        const possible = new Set(completions(draft, forgotten).map((each) => oracle(call.rules[0]!, each, call)));
        if (told === 'NOT_MET') expect([...possible]).toEqual(['NOT_MET']);
        if (told === 'MET' || told === 'NOT_APPLICABLE') expect(possible).not.toContain('NOT_MET');
      }),
      RUNS,
    );
  });
});
