import type { ProjectFacts } from '../facts/draft.js';
import { PROJECT_FIELDS, type ProjectField } from '../facts/fields.js';
import type { Comparison } from '../language/rule.js';
import { namesIn } from '../language/values.js';
import { isTrue, known, unknown, type Answer } from './answer.js';
import { compareDay } from './compare.js';
import type { Interval } from './condition.js';
import { dayOf, type Context } from './context.js';

/** Whether a list of the project names something, or its date is on the right side of another. Numbers are amounts. */
export function projectAnswer(
  field: ProjectField,
  { op, value }: Comparison,
  { call }: Context,
): (project: ProjectFacts) => Answer {
  if (PROJECT_FIELDS[field] === 'date') {
    const days = dayOf(call, value);
    return ({ fields }) => (typeof fields[field] === 'string' ? compareDay(fields[field], op, days) : unknown(field));
  }
  return ({ fields }) =>
    known(fields[field], field, (list) => Array.isArray(list) && list.some((entry) => entry === value));
}

/** Whether the project says anything at all under a field. */
export function saysSomething({ fields }: ProjectFacts, field: ProjectField): Answer {
  return known(
    fields[field],
    field,
    (value) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
}

/** A number of the project; not known, it may be any from nought up. */
export function projectNumber({ fields }: ProjectFacts, field: ProjectField): Interval {
  const value = fields[field];
  return typeof value === 'number' ? exactly(value) : { low: 0, high: Infinity, missing: [field] };
}

/** How many different entries a list of the project has, or how many of them stand in a list of the call. */
export function entriesOf(
  { fields }: ProjectFacts,
  field: ProjectField,
  among?: { set: string; list: readonly string[] | undefined },
): Interval {
  const value = fields[field];
  if (value === undefined) return { low: 0, high: Infinity, missing: [field] };
  const entries = [...new Set(typeof value === 'object' ? value : [])];
  if (among === undefined) return exactly(entries.length);
  const { set, list } = among;
  if (list === undefined) return { low: 0, high: entries.length, missing: entries.length > 0 ? [`list:${set}`] : [] };
  return exactly(entries.filter((entry) => list.includes(entry)).length);
}

const exactly = (value: number): Interval => ({ low: value, high: value, missing: [] });

/** A screening that a person has still to look at decides nothing. */
export function screeningAnswer({ screening }: ProjectFacts, questionnaire: string, { op, value }: Comparison): Answer {
  const outcome = screening?.[questionnaire];
  if (outcome === undefined) return unknown(`screening:${questionnaire}`);
  if (outcome === 'NEEDS_REVIEW') return unknown(`screeningReview:${questionnaire}`);
  return isTrue(namesIn(value).includes(outcome) === (op === '==' || op === 'in'));
}
