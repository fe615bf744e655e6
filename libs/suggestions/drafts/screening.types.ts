import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { InvalidInput, NotFound, successOr } from '#libs/platform';
import { RuleCheck } from './check.types.js';
import { ScreeningOutcomeName } from './screening-outcome.js';
import type { Screening } from './screening.service.js';

@ObjectType({ description: 'A question of the check for social innovation.' })
export class ScreeningQuestion {
  @Field(() => ID, { description: 'Its short name: the field of its answer.' })
  id: string;

  @Field({ description: 'The question.' })
  text: string;
}

@ObjectType({ description: 'Whether an idea is a social innovation or a classical inclusion project, and what to do then.' })
export class ScreeningResult {
  /** What the other fields are worked out from. */
  found: Screening;

  @Field(() => ScreeningOutcomeName, { description: 'What came of it.' })
  outcome: string;

  @Field(() => RuleCheck, { nullable: true, description: 'The rule of the call that asks for the check, with what it was read from; nothing where none asks.' })
  rule: RuleCheck | null;

  @Field(() => [ScreeningQuestion], { description: 'One way on: rework the idea until these have an answer.' })
  unanswered: ScreeningQuestion[];
}

export const ScreenProjectResult = createUnionType({
  name: 'ScreenProjectResult',
  description: 'What came of the check, or why it could not be made.',
  types: () => [ScreeningResult, NotFound, InvalidInput] as const,
  resolveType: successOr(ScreeningResult),
});
