import { Field, ID, ObjectType } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { ConnectionType } from '#libs/platform';
import { Attribution } from './attribution.type.js';

@ObjectType({ description: 'An organisation in a project.' })
export class Participation {
  organisationUuid: string;

  projectUuid: string;

  @Field({ description: 'What it was in the project, such as COORDINATOR or PARTNER.' })
  role: string;

  @Field(() => String, { nullable: true, description: 'What else is known about its part.' })
  note: string | null;
}

@ObjectType({ description: 'A project of the past or present, with the organisations in it.' })
export class Project {
  /** The row's own id, by which other tables name it. */
  uuid: string;

  @Field(() => ID, { description: 'The code by which we print the project.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Its name in short.' })
  acronym: string | null;

  @Field(() => String, { nullable: true, description: 'Its name in full.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'What it set out to do.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'The language of the text (ISO 639), where that is known.' })
  language: string | null;

  @Field(() => String, { nullable: true, description: 'The programme that paid for it.' })
  programme: string | null;

  @Field(() => String, { nullable: true, description: 'The call it was chosen in.' })
  call: string | null;

  @Field(() => String, { nullable: true, description: 'The objective of the programme that it served.' })
  objective: string | null;

  @Field(() => String, { nullable: true, description: 'The specific objective below that.' })
  specificObjective: string | null;

  @Field(() => [String], { description: 'What the source says it is about, in the source’s own words.' })
  topics: string[];

  themeIds: string[];

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its first day.' })
  startsOn: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Its last day.' })
  endsOn: string | null;

  @Field(() => String, { nullable: true, description: 'Its web address.' })
  website: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether all its members are known here, if we can say.' })
  membersComplete: boolean | null;

  @Field(() => Attribution, { description: 'Where this record comes from.' })
  attribution: Attribution;
}

@ObjectType({ description: 'A page of projects, the latest to start first.' })
export class ProjectConnection extends ConnectionType('Project', () => Project) {}
