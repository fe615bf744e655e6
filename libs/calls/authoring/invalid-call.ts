import { Field, ObjectType } from '@nestjs/graphql';
import { Failure, FailureCode } from '#libs/platform';

@ObjectType({ description: 'A mistake in a call, for whoever wrote it.' })
export class CallProblem {
  @Field({ description: 'Where it is, as in rules[2].where.roles[0] or milestones[0].local.' })
  path: string;

  @Field({ description: 'What is wrong, and what is possible instead.' })
  reason: string;
}

@ObjectType({ implements: () => Failure, description: 'A call that cannot be kept or published as it is written.' })
export class InvalidCall extends Failure {
  @Field(() => [CallProblem], { description: 'Every mistake that was found.' })
  readonly problems: CallProblem[];

  constructor(problems: CallProblem[]) {
    super(FailureCode.BAD_USER_INPUT, problems.map(({ path, reason }) => `${path}: ${reason}`).join('; ').slice(0, 2000));
    this.problems = problems;
  }
}
