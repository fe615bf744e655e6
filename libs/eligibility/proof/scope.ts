import type { Clause, Rule } from '../language/rule.js';
import type { Condition } from './condition.js';
import type { Context } from './context.js';
import type { Test } from './seat.js';

/** Where a clause stands: what its filters mean, and the group of members that it speaks of. */
export interface Scope {
  readonly rule: Rule;
  readonly rules: readonly Rule[];
  readonly context: Context;
  readonly group: Test;
  /** Within `everyGroup`: the members of all groups together. */
  readonly whole?: Test;
  /** Compiles a clause within a clause. */
  readonly compile: (clause: Clause, scope: Scope) => Condition;
}
