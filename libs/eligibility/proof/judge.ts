import type { Draft } from '../facts/draft.js';
import type { Verdict } from '../language/rule.js';
import type { CompiledRule } from './compile.js';
import { evaluate } from './evaluate.js';
import { uniqueFacts, type Finding } from './finding.js';

/**
 * A rule whose condition is undecided is UNKNOWN, unless it is met anyway: then nothing that is missing can turn it
 * into a refusal.
 */
export function judge({ when, must }: CompiledRule, draft: Draft): { verdict: Verdict; found: Finding } {
  const found = evaluate(must, draft);
  const binds = when && evaluate(when, draft);
  if (binds?.holds === false) return { verdict: 'NOT_APPLICABLE', found };
  if (found.holds) return { verdict: found.vacuous ? 'NOT_APPLICABLE' : 'MET', found };
  if (binds === undefined || binds.holds) return { verdict: found.holds === false ? 'NOT_MET' : 'UNKNOWN', found };
  return { verdict: 'UNKNOWN', found: { ...found, missing: uniqueFacts([...binds.missing, ...found.missing]) } };
}
