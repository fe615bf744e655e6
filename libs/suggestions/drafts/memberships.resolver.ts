import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { missingWords, type Standing } from '#libs/eligibility';
import { failureOr, localised, type FailureView, type Language } from '#libs/platform';
import { ConsortiumCheck } from './check.types.js';
import { CallMembershipResult, CallMembership, CentreLead, LeadAlternatives, type MembershipStanding } from './membership.types.js';
import { MembershipsService, type FoundMembership } from './memberships.service.js';
import { organisationsBy } from './organisations-by.js';

@Resolver(() => CallMembership)
export class MembershipsResolver {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly calls: CallsLoaders,
  ) {}

  @Query(() => CallMembershipResult, {
    description: 'Whether an organisation may lead, join or only observe in a call, why, and whom to turn to instead. Needs a key.',
  })
  callMembership(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) organisationId: string,
    @LanguageArg() language: Language,
  ): Promise<CallMembership | FailureView> {
    return failureOr(this.memberships.membership(viewer, callId, organisationId).then((found) => viewOf(found, language)));
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { found }: CallMembership, @Context() context: RequestContext): Promise<Call | null> {
    return this.calls.call(context, found.call.id);
  }

  @ResolveField(() => Organisation, { description: 'The organisation.' })
  organisation(@Parent() { found }: CallMembership): Organisation {
    return found.organisation;
  }

  @ResolveField(() => LeadAlternatives, { nullable: true, description: 'Whom to turn to; nothing where it is not refused as lead.' })
  async leadInstead(@Parent() { found }: CallMembership): Promise<LeadAlternatives | null> {
    const instead = await this.memberships.insteadOf(found);
    if (instead === undefined) return null;
    const { centre, others } = instead;
    if (centre === undefined) return { centre: { mayLead: 'UNKNOWN', uuid: null }, uuids: others };
    const { lead, ...known } = centre;
    return { centre: { ...known, mayLead: lead }, uuids: others };
  }
}

@Resolver(() => LeadAlternatives)
export class LeadAlternativesResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'Those who may lead and suit it best, best first.' })
  others(@Parent() { uuids }: LeadAlternatives, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, uuids);
  }
}

@Resolver(() => CentreLead)
export class CentreLeadResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The municipality, where the directory has it.' })
  organisation(@Parent() { uuid }: CentreLead, @Context() context: RequestContext): Promise<Organisation | null> | null {
    return uuid === null ? null : this.loaders.organisation(context, uuid);
  }
}

/** The lead of a consortium that is checked. */
@Resolver(() => ConsortiumCheck)
export class LeadOfCheckResolver {
  constructor(private readonly memberships: MembershipsService) {}

  @ResolveField(() => CallMembership, { nullable: true, description: 'Whether its coordinator may lead, and who else may; nothing without one.' })
  async lead(@Parent() { read }: ConsortiumCheck, @LanguageArg() language: Language): Promise<CallMembership | null> {
    const found = await this.memberships.leadOf(read);
    return found === undefined ? null : viewOf(found, language);
  }
}

function viewOf(found: FoundMembership, language: Language): CallMembership {
  const { join, lead, observe } = found;
  return Object.assign(new CallMembership(), {
    found,
    mayJoin: standingIn(join, language),
    mayLead: standingIn(lead, language),
    mayObserve: standingIn(observe, language),
  });
}

function standingIn({ verdict, reasons }: Standing, language: Language): MembershipStanding {
  return {
    verdict,
    reasons: reasons.map(({ message, missing, ...reason }) => ({
      ...reason,
      message: localised(message, language) ?? reason.rule,
      ...(missing !== undefined && { missing: missingWords(missing, language) }),
    })),
  };
}
