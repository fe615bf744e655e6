import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { ConnectionType } from '#libs/platform';
import { Attribution } from './attribution.type.js';
import { InnovationPhase } from './innovation-phase.js';
import { OrganisationType } from './organisation-type.js';

@ObjectType({ description: 'A name an organisation has or had.' })
export class OrganisationName {
  @Field({ description: 'The name as written.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'The language it is in (ISO 639), where that is known.' })
  language: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day of the name.' })
  from: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day of the name.' })
  to: string | null;

  @Field({ description: 'Whether it is in use today.' })
  current: boolean;
}

@ObjectType({ description: 'A task that an organisation was given by law or by a funding body.' })
export class Designation {
  @Field({ description: 'Which task, such as CENTRE_MUNICIPALITY or MANAGING_AUTHORITY.' })
  kind: string;

  @Field({ description: 'For which region, state or fund; empty when the kind says it all.' })
  scope: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The first day of the task.' })
  from: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The last day of the task; nothing while it goes on.' })
  to: string | null;

  @Field(() => String, { nullable: true, description: 'What else is known about it.' })
  note: string | null;
}

@ObjectType({ description: 'A theme that an organisation offers something on or seeks a partner for.' })
export class Interest {
  themeId: string;

  direction: 'OFFERS' | 'SEEKS';

  @Field(() => Int, { description: 'How strongly: 1 (also), 2 (clearly), 3 (above all).' })
  strength: number;

  @Field(() => [InnovationPhase], { description: 'In which phases of innovating; none where it has not said.' })
  phases: InnovationPhase[];
}

@ObjectType({ description: 'An organisation that may be in a consortium, or a body that runs a programme.' })
export class Organisation {
  /** The row's own id, by which other tables name it. */
  uuid: string;

  @Field(() => ID, { description: 'The code by which we print the organisation.' })
  id: string;

  @Field(() => [String], { description: 'Every code under which it is known: any of them serves as an id.' })
  codes: string[];

  /** Its name in its own language, or the only one known. */
  mainName: string;

  @Field(() => [OrganisationName], { description: 'All its names, in other languages and earlier times too.' })
  names: OrganisationName[];

  @Field(() => String, { nullable: true, description: 'Its name in short.' })
  acronym: string | null;

  @Field(() => String, { nullable: true, description: 'Its participant identification code with the European Commission.' })
  pic: string | null;

  @Field(() => OrganisationType, { nullable: true, description: 'What kind of organisation it is; nothing when not known.' })
  type: OrganisationType | null;

  @Field(() => String, { nullable: true, description: 'PUBLIC or PRIVATE in law; nothing when not known.' })
  legalNature: string | null;

  @Field({ description: 'The country it sits in (ISO 3166).' })
  country: string;

  @Field(() => String, { nullable: true, description: 'The NUTS code of the region it sits in.' })
  nuts: string | null;

  @Field(() => Int, { nullable: true, description: 'The version of NUTS that the code is from, where the code tells.' })
  nutsVersion: number | null;

  @Field(() => String, { nullable: true, description: 'The name of that region.' })
  region: string | null;

  @Field(() => String, { nullable: true, description: 'The town it sits in.' })
  city: string | null;

  @Field(() => String, { nullable: true, description: 'Its web address.' })
  website: string | null;

  @Field(() => Int, { nullable: true, description: 'How many consortia it can be in at a time, if it has said.' })
  capacity: number | null;

  @Field(() => [Designation], { description: 'Tasks given to it, past ones too.' })
  designations: Designation[];

  /** Offers and seeks that are not tied to a call. */
  interests: Interest[];

  @Field(() => Attribution, { description: 'Where this record comes from.' })
  attribution: Attribution;

  @Field(() => Int, { description: 'Grows with every change: give it back as `expectedVersion` when you change something.' })
  version: number;
}

@ObjectType({ description: 'A page of organisations, by name.' })
export class OrganisationConnection extends ConnectionType('Organisation', () => Organisation) {}
