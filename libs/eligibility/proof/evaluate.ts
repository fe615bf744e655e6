import type { Draft, Member } from '../facts/draft.js';
import { NO } from './answer.js';
import { chosen } from './choice.js';
import { within } from './compare.js';
import {
  anyOf,
  allOf,
  countOf,
  type Amount,
  type Concerning,
  type Condition,
  type Distinct,
  type ForEach,
  type Group,
  type Interval,
  type Range,
  type Term,
} from './condition.js';
import { contributionOf, plus, projectPart } from './contribution.js';
import {
  either,
  finding,
  findingOf,
  missingFact,
  together,
  unique,
  uniqueFacts,
  type Finding,
  type MissingFact,
} from './finding.js';
import { alike, both, factBehind, remembered, seatsOf, someSeat, valueOf, type Seat } from './seat.js';

/** Judges a condition for a draft; all its members count. */
export function evaluate(condition: Condition, draft: Draft): Finding {
  switch (condition.kind) {
    case 'all':
      return together(condition.of.map((part) => evaluate(part, draft)));
    case 'any':
      return either(condition.of.map((part) => evaluate(part, draft)));
    case 'amount':
      return evaluateAmount(condition, draft);
    case 'distinct':
      return evaluateDistinct(condition, draft.members);
    case 'forEach':
      return evaluateGroups(condition, draft);
    case 'choice':
      return chosen(condition, draft.members);
    case 'concerning':
      return evaluateConcerning(condition, draft);
    case 'fact':
      return findingOf(condition.of(draft.project));
  }
}

function evaluateAmount({ terms, range, proportion }: Amount, draft: Draft): Finding {
  const { low, high } = totalOf(terms, draft);
  const holds = within(low, high, range);
  const shown = proportion?.num ?? terms;
  const counted = draft.members.filter((member) => contributionOf(member, shown).low > 0).map(({ id }) => id);
  const missing = holds === undefined ? missingIn(terms, draft) : [];
  return finding(holds, {
    missing,
    counted,
    ...told(holds, proportion ? portion(proportion, draft) : surely(terms, draft), proportion?.range ?? range),
  });
}

function totalOf(terms: readonly Term[], { members, project }: Draft): Interval {
  return members.map((member) => contributionOf(member, terms)).reduce(plus, projectPart(project, terms));
}

/** What there surely is, unless it hangs on a number of the project that is not known. */
function surely(terms: readonly Term[], draft: Draft): number | null {
  return projectPart(draft.project, terms).missing.length > 0 ? null : totalOf(terms, draft).low;
}

function portion({ num, den }: NonNullable<Amount['proportion']>, draft: Draft): number | null {
  const above = surely(num, draft);
  const below = surely(den, draft);
  return above === null || below === null || below === 0 ? null : above / below;
}

function missingIn(terms: readonly Term[], { members, project }: Draft): MissingFact[] {
  const own = members.flatMap((member) =>
    contributionOf(member, terms).missing.map((name) => missingFact(name, member.id)),
  );
  return uniqueFacts([...projectPart(project, terms).missing.map((name) => missingFact(name)), ...own]);
}

/** What there is, what is wanted, and how much of the least is missing or of the most is passed. */
function told(
  holds: boolean | undefined,
  have: number | null,
  need: Range,
): Pick<Finding, 'have' | 'need' | 'shortfall'> {
  if (holds || have === null) return { have, need, shortfall: 0 };
  const { min = have, max = have, open } = need;
  const apart = Math.max(0, min - have, have - max);
  return { have, need, shortfall: open && apart === 0 ? 1 : apart };
}

/**
 * Values that are surely there are a lower bound, values that may be there an upper one; a value that is not known may
 * be like another or add one of its own.
 */
function evaluateDistinct({ where, field, range }: Distinct, members: readonly Member[]): Finding {
  const seats = members.flatMap(seatsOf).map((seat) => ({ seat, answer: where(seat), value: valueOf(seat, field) }));
  const possible = seats.filter(({ answer }) => answer.holds !== false);
  const sure = possible.filter(({ answer }) => answer.holds);
  const values = unique(sure.flatMap(({ value }) => value ?? []));
  const low = Math.max(values.length, sure.length > 0 ? 1 : 0);
  const high =
    new Set(possible.flatMap(({ value }) => value ?? [])).size +
    possible.filter(({ value }) => value === undefined).length;
  const holds = within(low, high, range);
  const missing =
    holds !== undefined
      ? []
      : possible.flatMap(({ seat, answer, value }) => {
          const open = answer.holds === undefined ? answer.missing : [];
          return [...open, ...(value === undefined ? [factBehind(field)] : [])].map((name) =>
            missingFact(name, seat.member.id),
          );
        });
  return finding(holds, {
    missing: uniqueFacts(missing),
    ...told(holds, low, range),
    counted: unique(sure.map(({ seat }) => seat.member.id)),
    values: values.sort(),
  });
}

/** Every group that there is, or may be, among members; a seat whose value is not known is a group of its own. */
export function groupsOf({ where, field }: ForEach, members: readonly Member[]): Group[] {
  const byName = new Map<string, Seat[]>();
  for (const seat of members.flatMap(seatsOf).filter((each) => where(each).holds !== false)) {
    const name = valueOf(seat, field) ?? `unknown ${byName.size}`;
    byName.set(name, [...(byName.get(name) ?? []), seat]);
  }
  return [...byName].map(([name, seats]) => ({
    name,
    seats,
    has: remembered((seat) => (seats[0] ? alike(field, seat, seats[0]) : NO)),
  }));
}

const BODIES = new WeakMap<ForEach, Map<string, Condition>>();

/** What is asked of a group. A group of a known value is the same in every draft, so its body is compiled once. */
export function bodyOf(condition: ForEach, group: Group): Condition {
  const { field, body } = condition;
  if (field === 'member' || group.seats[0] === undefined || valueOf(group.seats[0], field) === undefined)
    return body(group);
  const known = BODIES.get(condition) ?? new Map<string, Condition>();
  BODIES.set(condition, known);
  const compiled = known.get(group.name) ?? body(group);
  known.set(group.name, compiled);
  return compiled;
}

/** What a demand on groups asks of one of them: of every, that it is not there or conforms; of some, that it is and does. */
export function demandOf(condition: ForEach, group: Group): Condition {
  const present = someSeat(both(condition.where, group.has));
  return condition.quantifier === 'every'
    ? anyOf([countOf(present, { max: 0 }), bodyOf(condition, group)])
    : allOf([countOf(present, { min: 1 }), bodyOf(condition, group)]);
}

function evaluateGroups(condition: ForEach, draft: Draft): Finding {
  const groups = groupsOf(condition, draft.members);
  const parts = groups.map((group) => evaluate(demandOf(condition, group), draft));
  if (condition.quantifier === 'some') return either(parts);
  const whole = together(parts);
  const failing = groups.filter((_, index) => !parts[index]?.holds);
  return finding(whole.holds, {
    vacuous: whole.vacuous,
    missing: whole.missing,
    counted: whole.counted,
    values: failing.map(({ name }) => name).sort(),
    have: groups.length - failing.length,
    need: { min: groups.length },
    shortfall: failing.length,
  });
}

function evaluateConcerning({ base, nobody, then }: Concerning, draft: Draft): Finding {
  const { high } = totalOf(base, draft);
  if (high > 0) return evaluate(then, draft);
  return nobody === 'UNKNOWN'
    ? finding(undefined, { missing: [missingFact('coordinator')] })
    : finding(true, { vacuous: true, have: 0, need: {} });
}
