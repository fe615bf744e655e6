import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Precision } from '../enums.js';

@InputType({ description: 'A text in one or more languages.' })
export class TextInput {
  @Field(() => String, { nullable: true, description: 'In Dutch.' })
  nl?: string | null;

  @Field(() => String, { nullable: true, description: 'In French.' })
  fr?: string | null;

  @Field(() => String, { nullable: true, description: 'In English.' })
  en?: string | null;

  @Field(() => String, { nullable: true, description: 'In German.' })
  de?: string | null;
}

@InputType({ description: 'A date. When it was published before, its change is kept as a revision, with your reason.' })
export class MilestoneInput {
  @Field(() => ID, { description: 'Its short name, unique in the call or track, such as submission.' })
  key: string;

  @Field({ description: 'What happens: OPENING, SUBMISSION, EXPRESSION_OF_INTEREST, RECOMMENDATION, EVENT and others.' })
  kind: string;

  @Field({ description: 'Who acts: APPLICANTS, GRANTING_AUTHORITY, or the code of a body.' })
  actor: string;

  @Field({ description: 'The local date or time: 2023-11-30T17:00, 2023-10-14, 2024-06, 2024-SPRING, 2014-H2 or 2024.' })
  local: string;

  @Field({ description: 'The IANA time zone it is in, such as Europe/Brussels.' })
  zone: string;

  @Field(() => Precision, { nullable: true, description: 'How exactly it is known; left out, `local` says it.' })
  precision?: Precision | null;

  @Field(() => String, { nullable: true, description: 'What else is known about it.' })
  note?: string | null;
}

@InputType({ description: 'A message to those who follow the call or track.' })
export class AnnouncementInput {
  @Field(() => ID, { description: 'Its short name, unique in its list.' })
  key: string;

  @Field({ description: 'Its day, such as 2023-09-04.' })
  date: string;

  @Field(() => TextInput, { description: 'Its title.' })
  title: TextInput;

  @Field(() => TextInput, { nullable: true, description: 'What it says.' })
  text?: TextInput | null;
}

@InputType({ description: 'A desk that answers questions: what it does and how it is reached, never a person’s name.' })
export class ContactInput {
  @Field(() => ID, { description: 'Its short name, unique in its list.' })
  key: string;

  @Field(() => TextInput, { description: 'What it does, such as "questions on eligibility".' })
  role: TextInput;

  @Field(() => String, { nullable: true, description: 'A mail address of the desk.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number of the desk.' })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'A page of the desk.' })
  url?: string | null;
}

@InputType({ description: 'Something that sub-participants can choose to do.' })
export class ActivityInput {
  @Field(() => ID, { description: 'Its short name, unique in the menu.' })
  key: string;

  @Field(() => TextInput, { description: 'What it is.' })
  title: TextInput;

  @Field({ defaultValue: false, description: 'Whether its costs are paid back.' })
  reimbursable: boolean;
}

@InputType({ description: 'A document for applicants: a page on the web, or one that is kept here.' })
export class CallDocumentInput {
  @Field(() => ID, { description: 'Its short name, unique in the call.' })
  key: string;

  @Field(() => TextInput, { description: 'Its title.' })
  title: TextInput;

  @Field({ description: 'What it is, such as GUIDE, FORMAT or AGREEMENT.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'Where it is on the web.' })
  url?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that is kept here; it can be read by all once the call is published.' })
  document?: string | null;

  @Field({ defaultValue: false, description: 'Whether applicants must have read it.' })
  requiredReading: boolean;
}

@InputType({ description: 'A regional pre-selection. Once published it stays; its dates can be withdrawn.' })
export class TrackInput {
  @Field(() => ID, { description: 'Its code, unique among all tracks.' })
  id: string;

  @Field({ description: 'Where it applies: the beginning of NUTS codes.' })
  territory: string;

  @Field(() => ID, { description: 'The body that runs it.' })
  body: string;

  @Field({ defaultValue: 'RECOMMENDER', description: 'What the body does.' })
  bodyRole: string;

  @Field({ defaultValue: true, description: 'Whether the body may itself be in a consortium of the call.' })
  bodyMayBeMember: boolean;

  @Field({ defaultValue: 'PARTNERSHIP', description: 'Who expresses interest: PARTNERSHIP or ORGANISATION.' })
  expressionBy: string;

  @Field(() => [MilestoneInput], { nullable: true, description: 'All its dates.' })
  milestones?: MilestoneInput[] | null;

  @Field(() => [AnnouncementInput], { nullable: true, description: 'All its announcements.' })
  announcements?: AnnouncementInput[] | null;

  @Field(() => [ContactInput], { nullable: true, description: 'All its contact points.' })
  contacts?: ContactInput[] | null;
}

@InputType({ description: 'What becomes different in a draft. What is left out stays; a list that is given is the whole list.' })
export class CallChanges {
  @Field(() => String, { nullable: true, description: 'The reference its authority gave it.' })
  reference?: string | null;

  @Field(() => TextInput, { nullable: true, description: 'Its title.' })
  title?: TextInput | null;

  @Field(() => String, { nullable: true, description: 'What it is about, in a few words.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  website?: string | null;

  @Field(() => ID, { nullable: true, description: 'The call it builds on.' })
  predecessor?: string | null;

  @Field(() => ID, { nullable: true, description: 'The body that grants the money.' })
  grantingAuthority?: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of action it pays for.' })
  actionType?: string | null;

  @Field(() => [String], { nullable: true, description: 'The funds that pay for it, when they are not those of its programme.' })
  funds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'The objectives of the programme that it serves, by code.' })
  objectives?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'The themes it is about.' })
  themes?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'All there is to grant, in euros.' })
  budgetEur?: number | null;

  @Field(() => [Float], { nullable: true, description: 'The smallest and the largest grant, in euros.' })
  grantEur?: number[] | null;

  @Field(() => Float, { nullable: true, description: 'The largest share of the costs that is paid, from 0 to 1.' })
  maxRate?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long a project may last, in months.' })
  monthsMax?: number | null;

  @Field(() => [String], { nullable: true, description: 'Who it expects: organisation types, or wider classes.' })
  expectedTypes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'The papers that an application needs, such as LETTER_OF_ENDORSEMENT.' })
  requiredDocuments?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Its rules, as JSON in the language of rules. Published ones stay: these are the next version.' })
  rules?: string | null;

  @Field(() => String, { nullable: true, description: 'The sets of countries that its rules name, as JSON: {"SET": ["BE", "NL"]}.' })
  countrySets?: string | null;

  @Field(() => [MilestoneInput], { nullable: true, description: 'All its own dates; one that is left out is withdrawn.' })
  milestones?: MilestoneInput[] | null;

  @Field(() => [TrackInput], { nullable: true, description: 'All its tracks.' })
  tracks?: TrackInput[] | null;

  @Field(() => [ActivityInput], { nullable: true, description: 'Its menu of activities.' })
  activityMenu?: ActivityInput[] | null;

  @Field(() => [CallDocumentInput], { nullable: true, description: 'Its documents for applicants.' })
  documents?: CallDocumentInput[] | null;

  @Field(() => [AnnouncementInput], { nullable: true, description: 'Its announcements.' })
  announcements?: AnnouncementInput[] | null;

  @Field(() => [ContactInput], { nullable: true, description: 'Its contact points.' })
  contacts?: ContactInput[] | null;
}
