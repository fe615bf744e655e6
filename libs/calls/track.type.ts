import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Facts } from './call-facts.js';

@ObjectType({
  description: 'A regional pre-selection of a call: partnerships tell a regional body of their interest before they apply.',
})
export class Track {
  /** The row's own id, by which other tables name it. */
  uuid: string;

  @Field(() => ID, { description: 'The code by which we print the track.' })
  id: string;

  callUuid: string;

  @Field({ description: 'Where it applies: the beginning of NUTS codes.' })
  territory: string;

  @Field(() => String, { nullable: true, description: 'The name of that territory.' })
  territoryName: string | null;

  bodyUuid: string;

  @Field({ description: 'What the body does, such as RECOMMENDER.' })
  bodyRole: string;

  @Field({ description: 'Whether the body may itself be in a consortium of the call.' })
  bodyMayBeMember: boolean;

  @Field({ description: 'Who expresses interest: a PARTNERSHIP of several or a single ORGANISATION.' })
  expressionBy: string;

  facts: Facts;
}
