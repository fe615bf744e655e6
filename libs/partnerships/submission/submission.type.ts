import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '#libs/platform';
import { OUTCOMES } from './outcomes.service.js';

export const OutcomeName = enumOf(OUTCOMES);
registerEnumType(OutcomeName, { name: 'ProposalOutcome', description: 'What became of a proposal. RESERVE: it is awarded when money is left.' });

@ObjectType({ description: 'That a proposal was handed in, for a stage or round of its call.' })
export class Submission {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The stage or round: the key of its date; nothing where the call has no exact date.' })
  stage: string | null;

  @Field({ description: 'What the body that took it calls it.' })
  reference: string;

  @Field(() => Date, { description: 'When it was marked as submitted.' })
  submittedAt: Date;
}
