import { isoCountry } from '../facts/countries.js';
import type { Member } from '../facts/draft.js';
import type { GroupField } from '../facts/fields.js';
import type { EntityFacts } from '../facts/member-facts.js';
import { newestNuts } from '../facts/nuts.js';
import { sectorOf } from '../facts/organisation-types.js';
import { all, any, isTrue, unknown, YES, type Answer } from './answer.js';

/** A member seen as one of the entities it consists of; the first is the organisation itself. */
export interface Seat {
  readonly member: Member;
  readonly entity: EntityFacts;
}

/** Whether a member passes, seen as one of its entities. Depends on nothing else, so it is asked once a seat. */
export type Test = (seat: Seat) => Answer;
export type MemberTest = (member: Member) => Answer;

const SEATS = new WeakMap<Member, readonly Seat[]>();

export function seatsOf(member: Member): readonly Seat[] {
  const known = SEATS.get(member);
  if (known !== undefined) return known;
  const seats = [member.facts, ...(member.facts.entities ?? [])].map((entity) => ({ member, entity }));
  SEATS.set(member, seats);
  return seats;
}

/** A member passes when it, or one of its entities, passes as a whole. */
export function someSeat(test: Test): MemberTest {
  return (member) => {
    const seats = seatsOf(member);
    const [only] = seats;
    return only !== undefined && seats.length === 1 ? test(only) : any(seats.map(test));
  };
}

export function both(...tests: readonly Test[]): Test {
  return (seat) => all(tests.map((test) => test(seat)));
}

export const everybody: Test = () => YES;

export function remembered(test: Test): Test {
  const answers = new WeakMap<Seat, Answer>();
  return (seat) => {
    const known = answers.get(seat);
    if (known !== undefined) return known;
    const answer = test(seat);
    answers.set(seat, answer);
    return answer;
  };
}

/** The value by which a member is told apart from others; undefined when it is not known. */
export function valueOf({ member, entity }: Seat, field: GroupField | 'member'): string | undefined {
  switch (field) {
    case 'country':
      return isoCountry(entity.country) || undefined;
    case 'region':
      return entity.nuts !== undefined && entity.nuts.length >= NUTS_2
        ? newestNuts(entity.nuts).slice(0, NUTS_2)
        : undefined;
    case 'sector':
      return entity.type && sectorOf(entity.type);
    case 'orgType':
      return entity.type;
    case 'legalNature':
      return entity.legalNature;
    case 'member':
      return member.id;
    case 'controller':
      return member.facts.controller === null ? member.id : member.facts.controller;
  }
}
/** Letters of a NUTS 2 code: NL34. */
const NUTS_2 = 4;

/** The fact behind a field, by the name under which it is reported as missing. */
export function factBehind(field: GroupField | 'member'): string {
  if (field === 'region') return 'nuts';
  return field === 'sector' || field === 'orgType' ? 'type' : field;
}

/** Whether two seats have the same value; open when one of the values is not known. */
export function alike(field: GroupField | 'member', seat: Seat, other: Seat): Answer {
  if (seat === other) return YES;
  const [value, another] = [valueOf(seat, field), valueOf(other, field)];
  if (value !== undefined && another !== undefined) return isTrue(value === another);
  return unknown(`${factBehind(field)}@${(value === undefined ? seat : other).member.id}`);
}
