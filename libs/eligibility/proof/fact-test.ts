import { typeIn } from '../facts/applicant-classes.js';
import { countryIn } from '../facts/countries.js';
import type { Member } from '../facts/draft.js';
import { isGroupField, MEMBER_FIELDS, type MemberField } from '../facts/fields.js';
import type { FactTest } from '../language/rule.js';
import { namesIn } from '../language/values.js';
import { any, isTrue, known, not, unknown, type Answer } from './answer.js';
import { compareDay, compareNumber } from './compare.js';
import { dayOf, type Context } from './context.js';
import { holdsDesignation } from './holds-designation.js';
import { factBehind, valueOf, type Seat, type Test } from './seat.js';

/** A fact of the member compared with a value. The parser gives each kind of field the values it can take. */
export function factTest(test: FactTest, context: Context): Test {
  const { field, op, value } = test;
  switch (MEMBER_FIELDS[field]) {
    case 'number':
      return ({ member }) => {
        const number = amountOf(member, field);
        return number === undefined ? unknown(field) : compareNumber(number, test);
      };
    case 'flag':
      return ({ member: { facts } }) =>
        known(field === 'sme' ? facts.sme : facts.newcomer, field, (flag) => (flag === value) === (op === '=='));
    case 'date':
      return ({ member: { facts } }) =>
        facts.establishedOn === undefined
          ? unknown(field)
          : compareDay(facts.establishedOn, op, dayOf(context.call, value));
    case 'name': {
      const names = namesIn(value);
      const among: Test = (seat) => isAmong(seat, field, names, context);
      return op === 'in' || op === '==' ? among : (seat) => not(among(seat));
    }
  }
}

/** An amount of a member, in euros, heads or projects; undefined when it is not known. */
export function amountOf({ facts, budgetEur }: Member, field: MemberField): number | undefined {
  if (field === 'budgetEur') return budgetEur;
  return field === 'employees' || field === 'turnoverEur' || field === 'runningProjects' ? facts[field] : undefined;
}

function isAmong(seat: Seat, field: MemberField, names: readonly string[], { call, days }: Context): Answer {
  if (field === 'country') return countryIn(seat.entity.country, names, call.countrySets, days);
  if (field === 'orgType' || field === 'sector') return typeIn(seat.entity, names);
  if (isGroupField(field)) return known(valueOf(seat, field), factBehind(field), (value) => names.includes(value));
  return any(names.map((name) => isEligibleAs(seat, name, days)));
}

/** 'ORG:uwv' names one organisation, 'DESIGNATION:...' its holders, 'TYPE:...' a type or applicant class. */
function isEligibleAs({ member: { facts }, entity }: Seat, entry: string, days: Context['days']): Answer {
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
