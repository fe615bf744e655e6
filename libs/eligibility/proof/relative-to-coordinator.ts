import type { GroupField } from '../facts/fields.js';
import type { Condition as Demand, MemberFilter } from '../language/rule.js';
import { any, isTrue } from './answer.js';
import { ONE, type Condition, type Group, type Term } from './condition.js';
import type { Scope } from './scope.js';
import { alike, someSeat, type Seat, type Test } from './seat.js';

export const isCoordinator: Test = ({ member }) => isTrue(member.roles.includes('COORDINATOR'));
const coordinators: Term = { factor: 1, test: someSeat(isCoordinator), weight: ONE };

/** What is said of the coordinator cannot be known while there is none. */
export function ofCoordinator(then: Condition): Condition {
  return { kind: 'concerning', base: [coordinators], nobody: 'UNKNOWN', then };
}

/**
 * A demand that compares members with the coordinator must hold for every coordinator, of which there should be one:
 * ‘another country than the coordinator’s’ then means none of its countries. Without a coordinator it cannot be known.
 */
export function relativeToCoordinator(demand: Demand, scope: Scope, compile: (scope: Scope) => Condition): Condition {
  const fields = [...new Set(comparedFields(demand))];
  if (fields.length === 0) return compile(scope);
  const body = ({ seats }: Group): Condition => {
    const like = fields.map(
      (field) => [field, (seat: Seat) => any(seats.map((each) => alike(field, seat, each)))] as const,
    );
    return compile({ ...scope, context: { ...scope.context, likeCoordinator: new Map(like) } });
  };
  return ofCoordinator({ kind: 'forEach', where: isCoordinator, field: 'member', quantifier: 'every', body });
}

function comparedFields({ where, measure }: Demand): GroupField[] {
  switch (measure.fn) {
    case 'share':
      return [where, measure.among].flatMap(fieldsIn);
    case 'ratio':
      return [where, ...[measure.num, measure.den].map((side) => ('project' in side ? undefined : side.where))].flatMap(
        fieldsIn,
      );
    case 'selection':
      return [where, ...measure.with.map((each) => each.where)].flatMap(fieldsIn);
    case 'count':
    case 'countDistinct':
    case 'countIn':
    case 'sum':
    case 'everyGroup':
    case 'maxPerGroup':
    case 'field':
    case 'hasField':
    case 'hasDocument':
    case 'projectExperience':
    case 'screening':
      return fieldsIn(where);
  }
}

function fieldsIn(filter: MemberFilter | undefined): GroupField[] {
  if (filter === undefined) return [];
  const own = filter.differsFromCoordinator === undefined ? [] : [filter.differsFromCoordinator];
  return [...own, ...fieldsIn(filter.or), ...fieldsIn(filter.not)];
}
