import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Attribution } from '#libs/directory';
import type { Rule } from '#libs/eligibility';
import { ConnectionType, type Localised } from '#libs/platform';
import type { Facts } from './call-facts.js';
import type { StoredRuleset } from './ruleset.js';
import { Track } from './track.type.js';

@ObjectType({ description: 'The smallest and largest grant; where one is not known, there is nothing.' })
export class GrantRange {
  @Field(() => Float, { nullable: true, description: 'The smallest grant, in euros.' })
  min: number | null;

  @Field(() => Float, { nullable: true, description: 'The largest grant, in euros.' })
  max: number | null;
}

@ObjectType({ description: 'A document or page that something was read from.' })
export class RuleSource {
  @Field({ description: 'Its short name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Where it can be read, if on the web.' })
  url: string | null;
}

@ObjectType({ description: 'A rule of a call, as it stands in the newest version of its rules.' })
export class CallRule {
  @Field(() => ID, { description: 'Its short name within the call.' })
  id: string;

  @Field({ description: 'What it is about: organisation, coordinator, consortium, project, documents or call.' })
  level: string;

  @Field({ description: 'How hard it is: MANDATORY, INDICATIVE, RECOMMENDED, DESIRABLE, WARNING or SELECTION.' })
  severity: string;

  message: Rule['message'];

  @Field(() => [RuleSource], { description: 'What it was read from.' })
  sources: RuleSource[];

  @Field({ description: 'Whether it is partly our reading rather than the words of the source.' })
  assumed: boolean;

  @Field(() => Int, { description: 'The version of the call’s rules.' })
  version: number;
}

@ObjectType({ description: 'A call for proposals: who may apply, for what, until when.' })
export class Call {
  /** The row's own id, by which other tables name it. */
  uuid: string;

  @Field(() => ID, { description: 'The code by which we print the call.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The reference its authority gave it, such as VP/2020/010.' })
  reference: string | null;

  titles: Localised;

  @Field(() => String, { nullable: true, description: 'What it is about, in a few words.' })
  summary: string | null;

  programmeUuid: string;

  @Field(() => [String], { description: 'The funds that pay for it.' })
  funds: string[];

  objectiveCodes: string[];

  grantingAuthorityUuid: string | null;

  @Field(() => String, { nullable: true, description: 'What kind of action it pays for, such as SOCIAL_EXPERIMENTATION.' })
  actionType: string | null;

  @Field(() => Float, { nullable: true, description: 'All there is to grant, in euros.' })
  budgetEur: number | null;

  @Field(() => GrantRange, { nullable: true, description: 'How large a grant may be.' })
  grantEur: GrantRange | null;

  @Field(() => Float, { nullable: true, description: 'The largest share of the costs that is paid, from 0 to 1.' })
  maxRate: number | null;

  @Field(() => Int, { nullable: true, description: 'How long a project may last, in months.' })
  monthsMax: number | null;

  @Field(() => [String], { description: 'Who it expects: organisation types, or wider classes such as PUBLIC_AUTHORITY.' })
  expectedTypes: string[];

  themeIds: string[];

  predecessorUuid: string | null;

  successorUuid: string | null;

  @Field({ description: 'Whether it only shows the usual conditions of a kind of calls; such are not listed.' })
  template: boolean;

  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  website: string | null;

  @Field(() => Date, { nullable: true, description: 'When its budget was gone, which closed it early; nothing when it was not.' })
  exhaustedSince: Date | null;

  facts: Facts;

  /** The newest version of its rules; null when it has none. */
  ruleset: StoredRuleset | null;

  @Field(() => [Track], { description: 'Its regional pre-selections.' })
  tracks: Track[];

  @Field(() => Attribution, { description: 'Where this record comes from.' })
  attribution: Attribution;
}

@ObjectType({ description: 'A page of calls: open ones first, the soonest to close leading; then those to come; then the past.' })
export class CallConnection extends ConnectionType('Call', () => Call) {}
