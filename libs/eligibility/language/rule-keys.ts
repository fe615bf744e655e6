import { RULE_LEVELS, SEVERITIES } from './rule.js';
import { flag, listOf, oneOf, text } from './shape.js';

/** More rules than any call has. */
export const MOST_RULES = 500;

/** What a rule says beside what it demands, its messages apart. */
export const FRAME_KEYS = {
  needed: { id: text, severity: oneOf(SEVERITIES) },
  possible: { level: oneOf(RULE_LEVELS), at: text, src: listOf(text), assumed: flag, note: text },
};

/** `{ projectObjectiveIncludes: 'TC' }` is short for a condition on a list of the project. */
export const SHORT_WHEN = { projectObjectiveIncludes: 'objectives', actionTypesInclude: 'actionTypes' };
