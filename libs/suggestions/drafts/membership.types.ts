import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotFound, successOr, Unauthenticated } from '#libs/platform';
import { StandingVerdict } from '../suggestion.types.js';
import type { FoundMembership } from './memberships.service.js';

@ObjectType({ description: 'What decides, or informs, whether an organisation may take part.' })
export class MembershipReason {
  @Field(() => ID, { description: 'The rule; `body` where the organisation grants or recommends applications for the call.' })
  rule: string;

  @Field(() => StandingVerdict, { description: 'How the organisation stands under it.' })
  verdict: string;

  @Field({ description: 'The rule in words.' })
  message: string;

  @Field(() => String, { nullable: true, description: 'The fact that would have to be known, in words.' })
  missing?: string;
}

@ObjectType({ description: 'Whether an organisation may take part in one way.' })
export class MembershipStanding {
  @Field(() => StandingVerdict, { description: 'NOT_MET if one rule refuses; else UNKNOWN if one is open; else MET.' })
  verdict: string;

  @Field(() => [MembershipReason], { description: 'All reasons, the rules that are met too.' })
  reasons: MembershipReason[];
}

@ObjectType({ description: 'The municipality that applies for all of a labour-market region.' })
export class CentreLead {
  @Field(() => StandingVerdict, { description: 'Whether it may lead; UNKNOWN too where we do not know which region it is.' })
  mayLead: string;

  @Field(() => String, { nullable: true, description: 'The labour-market region.' })
  region?: string;

  @Field(() => String, { nullable: true, description: 'The municipality.' })
  municipality?: string;

  @Field(() => String, { nullable: true, description: 'How we know which municipality that is.' })
  basis?: string;

  /** By its own id, the field `organisation` is read. */
  uuid: string | null;
}

@ObjectType({ description: 'Whom to turn to who may lead.' })
export class LeadAlternatives {
  @Field(() => CentreLead, { description: 'The centre municipality of the organisation’s region.' })
  centre: CentreLead;

  /** By their own ids, the field `others` is read. */
  uuids: readonly string[];
}

@ObjectType({ description: 'What an organisation may be in a call.' })
export class CallMembership {
  /** What the other fields are worked out from. */
  found: FoundMembership;

  @Field(() => MembershipStanding, { description: 'May it join as a co-applicant?' })
  mayJoin: MembershipStanding;

  @Field(() => MembershipStanding, { description: 'May it lead? What a lead proves only in its application is listed as UNKNOWN and does not decide.' })
  mayLead: MembershipStanding;

  @Field(() => MembershipStanding, { description: 'May it observe, counting for nothing?' })
  mayObserve: MembershipStanding;
}

export const CallMembershipResult = createUnionType({
  name: 'CallMembershipResult',
  description: 'What an organisation may be in a call, or why that cannot be said.',
  types: () => [CallMembership, Unauthenticated, NotFound] as const,
  resolveType: successOr(CallMembership),
});
