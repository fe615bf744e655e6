import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Standing } from '#libs/eligibility';
import { Failure, FailureCode } from '#libs/platform';

@ObjectType({ implements: () => Failure, description: 'The rules of the call do not let this organisation lead; it may know who can.' })
export class CannotLead extends Failure {
  @Field(() => ID, { description: 'The call.' })
  readonly call: string;

  @Field(() => ID, { description: 'The organisation that would lead.' })
  readonly organisation: string;

  @Field(() => [ID], { description: 'The rules that refuse it.' })
  readonly rules: string[];

  @Field(() => [ID], { description: 'Organisations that may lead, the centre municipality of its region first, where that is known, then those who suit it best.' })
  readonly instead: string[];

  constructor(call: string, organisation: string, { reasons }: Standing, instead: readonly string[]) {
    const refusing = reasons.filter(({ verdict }) => verdict === 'NOT_MET');
    const said = refusing.map(({ rule, message }) => message['en'] ?? rule).join(' ');
    const others = instead.length === 0 ? 'Nobody is known who may.' : `These may: ${instead.join(', ')}.`;
    super(FailureCode.NOT_ELIGIBLE, `${organisation} cannot lead in ${call}: ${said} ${others}`);
    this.call = call;
    this.organisation = organisation;
    this.rules = refusing.map(({ rule }) => rule);
    this.instead = [...instead];
  }
}
