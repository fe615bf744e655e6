import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Failure, FailureCode } from '#libs/platform';
import { KEPT_DAYS } from './answers.service.js';

@ObjectType({ implements: () => Failure, description: 'No answer of that moment is kept: none was given by then, or its time is over.' })
export class NothingKept extends Failure {
  @Field(() => ID, { description: 'The call.' })
  readonly call: string;

  @Field(() => ID, { description: 'The organisation.' })
  readonly organisation: string;

  @Field({ description: 'The moment asked for.' })
  readonly asOf: Date;

  constructor(call: string, organisation: string, asOf: Date) {
    const kept = `an answer is kept for ${KEPT_DAYS} days after another took its place`;
    super(FailureCode.NOT_KEPT, `No answer to ${organisation} in ${call} is kept of ${asOf.toISOString()}: ${kept}.`);
    this.call = call;
    this.organisation = organisation;
    this.asOf = asOf;
  }
}
