import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Standing } from '#libs/eligibility';
import { Failure, FailureCode } from '#libs/platform';

@ObjectType({ implements: () => Failure, description: 'The rules of the call do not let this organisation take part.' })
export class NotEligible extends Failure {
  @Field(() => ID, { description: 'The call.' })
  readonly call: string;

  @Field(() => ID, { description: 'The organisation.' })
  readonly organisation: string;

  @Field(() => [ID], { description: 'The rules that refuse it.' })
  readonly rules: string[];

  constructor(call: string, organisation: string, reasons: Standing['reasons']) {
    const refusing = reasons.filter(({ verdict }) => verdict === 'NOT_MET');
    const said = refusing.map(({ rule, message }) => message['en'] ?? rule).join(' ');
    super(FailureCode.NOT_ELIGIBLE, `${organisation} cannot take part in ${call}: ${said}`);
    this.call = call;
    this.organisation = organisation;
    this.rules = refusing.map(({ rule }) => rule);
  }
}
