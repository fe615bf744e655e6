import { any, isTrue, not, unknown, type Answer } from './answer.js';
import { typeIn } from './applicant-classes.js';
import { countryIn } from './countries.js';
import { holdsDesignation, type MemberFacts } from './member-facts.js';
import type { Applicant } from './member-filter.js';
import type { Condition } from './rule.js';

/** Whether an applicant satisfies a condition on one of its own fields; open for any other measure or field. */
export function satisfies(applicant: Applicant, { measure, op, value }: Condition): Answer {
  if (measure.fn !== 'field') return unknown(measure.fn);
  const names = (Array.isArray(value) ? value : [value]).map(String);
  switch (op) {
    case 'in':
    case '==':
      return isAmong(applicant, measure.field, names);
    case 'notIn':
    case '!=':
      return not(isAmong(applicant, measure.field, names));
    case '>=':
    case '<=':
    case 'between':
      return unknown(measure.field);
  }
}

function isAmong({ facts, countrySets }: Applicant, field: string, names: readonly string[]): Answer {
  switch (field) {
    case 'country':
      return countryIn(facts.country, names, countrySets);
    case 'orgType':
      return typeIn(facts, names);
    case 'legalNature':
      return facts.legalNature === undefined ? unknown(field) : isTrue(names.includes(facts.legalNature));
    case 'eligibleAs':
      return any(names.map((name) => isEligibleAs(facts, name)));
    default:
      return unknown(field);
  }
}

/** 'ORG:uwv' names one organisation, 'DESIGNATION:...' its holders, 'TYPE:...' a type or applicant class. */
function isEligibleAs(facts: MemberFacts, entry: string): Answer {
  const colon = entry.indexOf(':');
  const name = entry.slice(colon + 1);
  switch (entry.slice(0, colon)) {
    case 'ORG':
      return isTrue(facts.codes.includes(name));
    case 'DESIGNATION':
      return isTrue(holdsDesignation(facts, name));
    case 'TYPE':
      return typeIn(facts, [name]);
    default:
      return unknown(`eligibleAs:${entry}`);
  }
}
