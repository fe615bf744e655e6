import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { CannotLead, NotEligible } from '#libs/suggestions';

@ObjectType({ description: 'A mandatory rule that is met, and would be broken by one more departure.' })
export class FragileRule {
  @Field(() => ID, { description: 'The short name of the rule within the call.' })
  id: string;

  @Field({ description: 'The warning, in words.' })
  warning: string;

  /** Whose departure would break it; by their own ids the field `members` is read. */
  uuids: readonly string[];
}

@ObjectType({ description: 'Who could take the place of a member.' })
export class MemberReplacements {
  @Field({ description: 'Whether all mandatory rules are known to be kept with any one of them; else they close most of those that are broken.' })
  keepsRules: boolean;

  /** By their own ids the field `organisations` is read. */
  uuids: readonly string[];
}

export const MemberReplacementsResult = createUnionType({
  name: 'MemberReplacementsResult',
  description: 'Who could come, or why nobody is named.',
  types: () => [MemberReplacements, Unauthenticated, NotFound, Forbidden, InvalidInput, NotEligible, CannotLead] as const,
  resolveType: successOr(MemberReplacements),
});
