import { typeIn } from '../facts/applicant-classes.js';
import { countryIn } from '../facts/countries.js';
import { liesIn, newestNuts } from '../facts/nuts.js';
import type { MemberFilter } from '../language/rule.js';
import { all, any, isTrue, known, not, unknown, type Answer } from './answer.js';
import type { Context } from './context.js';
import { hasExperience } from './experience-test.js';
import { factTest } from './fact-test.js';
import { holdsDesignation } from './holds-designation.js';
import { everybody, remembered, type Seat, type Test } from './seat.js';

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
  return any(
    names.map((name) => {
      const area = name.startsWith(AREA) ? call.areas?.[name.slice(AREA.length)] : [name];
      if (area === undefined) return unknown(`area:${name.slice(AREA.length)}`);
      const inside = liesIn(newestNuts(nuts), area.map(newestNuts));
      return inside === undefined ? unknown('nuts') : isTrue(inside);
    }),
  );
}
