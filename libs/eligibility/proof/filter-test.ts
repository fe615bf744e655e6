import { typeIn } from '../facts/applicant-classes.js';
import { countryIn } from '../facts/countries.js';
import type { Days } from '../facts/days.js';
import { MEMBER_FIELDS, type MemberField } from '../facts/fields.js';
import type { Designation, MemberFacts } from '../facts/member-facts.js';
import { liesIn, newestNuts } from '../facts/nuts.js';
import type { FactTest, MemberFilter } from '../language/rule.js';
import { all, any, isTrue, known, NO, not, unknown, YES, type Answer } from './answer.js';
import { compareDay, compareNumber } from './compare.js';
import { dayOf, type Context } from './context.js';
import { hasExperience } from './experience-test.js';
import { everybody, remembered, valueOf, type Seat, type Test } from './seat.js';

/** Whether a member passes a filter: (all its parts, `or` aside) or `or`. No filter passes everybody. */
export function filterTest(filter: MemberFilter | undefined, context: Context): Test {
  if (filter === undefined) return everybody;
  const parts = partsOf(filter, context);
  const alternative = filter.or && filterTest(filter.or, context);
  return remembered((seat) => {
    const own = all(parts.map((part) => part(seat)));
    return alternative === undefined ? own : any([own, alternative(seat)]);
  });
}

function partsOf(filter: MemberFilter, context: Context): Test[] {
  const { call, days } = context;
  const { roles, countryIn: countries, orgTypeIn, nutsIn, nutsNotIn, designation, document, experience, fact } = filter;
  const parts: Test[] = [];
  if (roles) parts.push(({ member }) => isTrue(member.roles.some((role) => roles.includes(role))));
  if (countries) parts.push(({ entity }) => countryIn(entity.country, countries, call.countrySets, days));
  if (orgTypeIn) parts.push(({ entity }) => typeIn(entity, orgTypeIn));
  if (nutsIn) parts.push((seat) => isInArea(seat, nutsIn, context));
  if (nutsNotIn) parts.push((seat) => not(isInArea(seat, nutsNotIn, context)));
  if (designation) parts.push(({ member }) => holdsDesignation(member.facts, designation, days));
  if (document) parts.push(({ member }) => known(member.documents?.[document], `document:${document}`, Boolean));
  if (experience) parts.push(({ member }) => hasExperience(member.facts, experience, call));
  if (fact) parts.push(factTest(fact, context));
  if (filter.differsFromCoordinator) {
    const like = context.likeCoordinator.get(filter.differsFromCoordinator);
    parts.push((seat) => (like === undefined ? unknown('coordinator') : not(like(seat))));
  }
  if (filter.seatOnly) parts.push(({ member, entity }) => isTrue(entity === member.facts));
  if (filter.not) {
    const excluded = filterTest(filter.not, context);
    parts.push((seat) => not(excluded(seat)));
  }
  return parts;
}

const AREA = 'AREA:';

function isInArea({ entity: { nuts } }: Seat, names: readonly string[], { call }: Context): Answer {
  if (nuts === undefined || nuts === '') return unknown('nuts');
  return any(names.map((name) => {
    const area = name.startsWith(AREA) ? call.areas?.[name.slice(AREA.length)] : [name];
    if (area === undefined) return unknown(`area:${name.slice(AREA.length)}`);
    const inside = liesIn(newestNuts(nuts), area.map(newestNuts));
    return inside === undefined ? unknown('nuts') : isTrue(inside);
  }));
}

/** Whether it holds a designation in those days, of any scope when none is asked: MANAGING_AUTHORITY:ESF covers …:BE2. */
export function holdsDesignation({ designations }: MemberFacts, wanted: string, days: Days): Answer {
  return any(designations.map((held) => holds(held, wanted, days)));
}

function holds(held: Designation, wanted: string, days: Days): Answer {
  const { name, from = '', to = '9' }: Exclude<Designation, string> = typeof held === 'string' ? { name: held } : held;
  if (name !== wanted && !name.startsWith(`${wanted}:`)) return NO;
  if (from <= days.earliest && days.latest <= to) return YES;
  return from <= days.latest && days.earliest <= to ? unknown(days.name) : NO;
}

/** A fact of the member compared with a value. */
export function factTest(test: FactTest, context: Context): Test {
  const { field, op, value } = test;
  switch (MEMBER_FIELDS[field]) {
    case 'number':
      return ({ member }) => {
        const number = amountOf(member, field);
        return number === undefined ? unknown(field) : compareNumber(number, test);
      };
    case 'flag':
      return ({ member }) => known(flagOf(member.facts, field), field, (flag) => (flag === value) === (op === '=='));
    case 'date': {
      const days = dayOf(context.call, value as Parameters<typeof dayOf>[1]);
      return ({ member: { facts } }) =>
        facts.establishedOn === undefined ? unknown(field) : compareDay(facts.establishedOn, op as '>=' | '<=', days);
    }
    case 'name': {
      const names = (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
      const among: Test = (seat) => isAmong(seat, field, names, context);
      return op === 'in' || op === '==' ? among : (seat) => not(among(seat));
    }
  }
}

/** An amount of a member, in euros, heads or projects. */
export function amountOf({ facts, budgetEur }: Seat['member'], field: MemberField): number | undefined {
  switch (field) {
    case 'budgetEur':
      return budgetEur;
    case 'employees':
    case 'turnoverEur':
    case 'runningProjects':
      return facts[field];
    default:
      throw new TypeError(`${field} is no amount`);
  }
}

function flagOf(facts: MemberFacts, field: MemberField): boolean | undefined {
  return field === 'sme' ? facts.sme : facts.newcomer;
}

function isAmong(seat: Seat, field: MemberField, names: readonly string[], { call, days }: Context): Answer {
  switch (field) {
    case 'country':
      return countryIn(seat.entity.country, names, call.countrySets, days);
    case 'orgType':
    case 'sector':
      return typeIn(seat.entity, names);
    case 'eligibleAs':
      return any(names.map((name) => isEligibleAs(seat, name, days)));
    case 'legalNature':
    case 'controller':
    case 'region':
      return known(valueOf(seat, field), field === 'region' ? 'nuts' : field, (value) => names.includes(value));
    default:
      throw new TypeError(`${field} is no name`);
  }
}

/** 'ORG:uwv' names one organisation, 'DESIGNATION:...' its holders, 'TYPE:...' a type or applicant class. */
function isEligibleAs({ member: { facts }, entity }: Seat, entry: string, days: Days): Answer {
  const colon = entry.indexOf(':');
  const name = entry.slice(colon + 1);
  switch (entry.slice(0, colon)) {
    case 'ORG':
      return isTrue(facts.codes.includes(name));
    case 'DESIGNATION':
      return holdsDesignation(facts, name, days);
    case 'TYPE':
      return typeIn(entity, [name]);
    default:
      return unknown(`eligibleAs:${entry}`);
  }
}
