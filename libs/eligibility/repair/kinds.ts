import type { EligibilityCall } from '../eligibility-call.js';
import type { Member } from '../facts/draft.js';
import { isGroupField, isMemberField, isSumField, type GroupField, type SumField } from '../facts/fields.js';
import type { MemberFacts } from '../facts/member-facts.js';
import type { Comparison, MemberFilter, ProjectFilter, Rule } from '../language/rule.js';
import { contextOf } from '../proof/context.js';
import { hasManaged } from '../proof/experience-test.js';
import { amountOf } from '../proof/fact-test.js';
import { filterTest } from '../proof/filter-test.js';
import { seatsOf, valueOf, type Seat } from '../proof/seat.js';

/** An organisation that could be taken. */
export interface Candidate {
  readonly id: string;
  readonly facts: MemberFacts;
}

interface Ranked extends Candidate {
  /** Its place in the order in which candidates were given. */
  readonly rank: number;
}

/** Candidates that no rule can tell apart, in the order in which they were given. */
export interface Kind {
  readonly candidates: readonly Ranked[];
  readonly facts: MemberFacts;
}

/** What a rule can see of a seat: how it answers to a filter, or a value by which it is counted. */
type Look = (seat: Seat) => unknown;

/** Sorts candidates by everything that the rules can see of them. */
export function kindsOf(candidates: readonly Candidate[], rules: readonly Rule[], call: EligibilityCall): Kind[] {
  const looks = rules.flatMap((rule) => [rule.when, rule.must].flatMap((clause) => looksIn(clause, rule, call)));
  const byKind = new Map<string, Ranked[]>();
  for (const [rank, candidate] of candidates.entries()) {
    const member: Member = { ...candidate, roles: ['CO_APPLICANT'], confirmed: true };
    const key = JSON.stringify(seatsOf(member).map((seat) => looks.map((look) => look(seat) ?? null)));
    const known = byKind.get(key);
    if (known === undefined) byKind.set(key, [{ ...candidate, rank }]);
    else known.push({ ...candidate, rank });
  }
  return [...byKind.values()].flatMap((alike) => (alike[0] ? [{ candidates: alike, facts: alike[0].facts }] : []));
}

/** Walks through a clause and picks up every filter and field in it. */
function looksIn(part: unknown, rule: Rule, call: EligibilityCall): Look[] {
  if (Array.isArray(part)) return part.flatMap((each) => looksIn(each, rule, call));
  if (typeof part !== 'object' || part === null) return [];
  const own = Object.entries(part).flatMap(([key, value]) => looksAt(key, value, rule, call));
  return [...own, ...fieldLook(part, rule, call), ...Object.values(part).flatMap((each) => looksIn(each, rule, call))];
}

function looksAt(key: string, value: unknown, rule: Rule, call: EligibilityCall): Look[] {
  const context = contextOf(call, rule.at);
  if (key === 'where' || key === 'among' || key === 'or' || key === 'not') {
    const { differsFromCoordinator, independent } = value as MemberFilter;
    const test = filterTest(ofOrganisations(value as MemberFilter), context);
    return [
      (seat) => test(seat).holds,
      ...(differsFromCoordinator ? [valueLook(differsFromCoordinator)] : []),
      ...(independent ? [valueLook('controller')] : []),
    ];
  }
  if (key === 'spec') return [({ member }) => hasManaged(member.facts, value as ProjectFilter, call).holds];
  const fields = [value].flat().filter((field): field is string => typeof field === 'string');
  if (key === 'groupBy' || key === 'differ' || key === 'field') return fields.filter(isGroupField).map(valueLook);
  return [];
}

/** Roles, documents and the coordinator are no matter of the organisation; filters within are looked at by themselves. */
const NOT_OF_ORGANISATIONS = ['roles', 'document', 'differsFromCoordinator', 'or', 'not'];

function ofOrganisations(filter: MemberFilter): MemberFilter {
  return Object.fromEntries(Object.entries(filter).filter(([key]) => !NOT_OF_ORGANISATIONS.includes(key)));
}

/** A fact that each member must have, and amounts that are added up. */
function fieldLook(part: object, rule: Rule, call: EligibilityCall): Look[] {
  if (!('measure' in part) || !('op' in part)) return [];
  const { measure, op, value } = part as Comparison & { measure: { fn: string; field?: string } };
  const { fn, field = '' } = measure;
  if (fn === 'hasField') return [({ member, entity }) => field in entity || field in member.facts];
  if (fn !== 'field') return isSumField(field) ? [amountLook(field)] : [];
  if (!isMemberField(field)) return [];
  const test = filterTest({ fact: { field, op, value } }, contextOf(call, rule.at));
  return [(seat) => test(seat).holds];
}

const valueLook =
  (field: GroupField): Look =>
  (seat) =>
    field === 'controller' && seat.member.facts.controller === null ? 'nobody' : valueOf(seat, field);
const amountLook =
  (field: SumField): Look =>
  ({ member }) =>
    amountOf(member, field);
