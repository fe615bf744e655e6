import { Field, ObjectType } from '@nestjs/graphql';
import { Failure, FailureCode } from '#libs/platform';
import { RuleCheck } from '#libs/suggestions';

@ObjectType({ implements: () => Failure, description: 'The consortium is not ready: mandatory rules are not met, or open without having been confirmed.' })
export class NotReady extends Failure {
  @Field(() => [RuleCheck], { description: 'Those rules. Of the UNKNOWN ones each can be confirmed by its id.' })
  readonly rules: RuleCheck[];

  constructor(rules: RuleCheck[]) {
    super(FailureCode.NOT_READY, `Not ready: ${rules.map(({ id, verdict }) => `${id} is ${verdict}`).join(', ')}.`);
    this.rules = rules;
  }
}
