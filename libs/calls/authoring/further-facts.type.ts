import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Localised } from '#libs/platform';

@ObjectType({ description: 'A message to those who follow the call or track.' })
export class Announcement {
  @Field(() => ID, { description: 'Its short name in its list.' })
  key: string;

  @Field({ description: 'Its day, such as 2023-09-04.' })
  date: string;

  title: Localised;

  text?: Localised;
}

@ObjectType({ description: 'A desk that answers questions.' })
export class ContactPoint {
  @Field(() => ID, { description: 'Its short name in its list.' })
  key: string;

  role: Localised;

  @Field(() => String, { nullable: true, description: 'A mail address of the desk.' })
  email?: string;

  @Field(() => String, { nullable: true, description: 'A telephone number of the desk.' })
  phone?: string;

  @Field(() => String, { nullable: true, description: 'A page of the desk.' })
  url?: string;
}

@ObjectType({ description: 'Something that sub-participants can choose to do.' })
export class MenuActivity {
  @Field(() => ID, { description: 'Its short name in the menu.' })
  key: string;

  title: Localised;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether its costs are paid back.' })
  reimbursable?: boolean;
}

@ObjectType({ description: 'A document for applicants: a page on the web, or one that is kept here.' })
export class CallDocumentEntry {
  @Field(() => ID, { description: 'Its short name in the call.' })
  key: string;

  title: Localised;

  @Field({ description: 'What it is, such as GUIDE, FORMAT or AGREEMENT.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Where it is on the web.' })
  url?: string;

  /** The document that is kept here. */
  document?: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether applicants must have read it.' })
  requiredReading?: boolean;
}
