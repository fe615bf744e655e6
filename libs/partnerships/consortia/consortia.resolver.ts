import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation, requestLoader } from '#libs/directory';
import { failureOr, PageArgs, type Connection, type FailureView, type Language } from '#libs/platform';
import { checkView, ConsortiumCheck } from '#libs/suggestions';
import { CONSORTIUM, type ConsortiumEvent } from '../states/consortium-states.js';
import { possibleIn } from '../states/state-machine.js';
import { ConsortiaService } from './consortia.service.js';
import { ConsortiumChecks } from './consortium-checks.service.js';
import { Consortium, ConsortiumConnection, ConsortiumEventName, ConsortiumMember, ConsortiumResult } from './consortium.type.js';
import { MembersService } from './members.service.js';
import type { ConsortiumRecord } from './consortium-record.js';

@Resolver(() => Consortium)
export class ConsortiaResolver {
  constructor(
    private readonly service: ConsortiaService,
    private readonly allMembers: MembersService,
    private readonly checks: ConsortiumChecks,
    private readonly calls: CallsLoaders,
    private readonly organisations: DirectoryLoaders,
  ) {}

  @Query(() => ConsortiumResult, { description: 'A consortium, for those in it or asked to be, and for bodies that it told of its interest.' })
  consortium(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The consortium.' }) id: string,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.service.consortium(viewer, id));
  }

  @Query(() => ConsortiumConnection, { description: 'The consortia that your organisations are in, or are asked to join, the newest first.' })
  myConsortia(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<ConsortiumRecord>> {
    return this.service.mine(viewer, page);
  }

  @Mutation(() => ConsortiumResult, { description: 'Begins a consortium for a call. Whoever begins it leads it until it hands over.' })
  createConsortium(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('leadId', { type: () => ID, description: 'Your organisation.' }) leadId: string,
    @Args('name', { description: 'Its name.' }) name: string,
    @Args('ideaId', { type: () => ID, nullable: true, description: 'An idea of your organisation; left out: a new one of the same name.' })
    ideaId: string | null,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.service.create(viewer, { callId, leadId, name, ideaId }));
  }

  @ResolveField(() => [ConsortiumEventName], { description: 'What can happen to it now.' })
  possible(@Parent() { state }: ConsortiumRecord): ConsortiumEvent[] {
    return possibleIn(CONSORTIUM, state);
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { callId }: ConsortiumRecord, @Context() context: RequestContext): Promise<Call | null> {
    return this.calls.call(context, callId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who leads it: always one.' })
  lead(@Parent() { leadId }: ConsortiumRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.organisations.organisation(context, leadId);
  }

  @ResolveField(() => [ConsortiumMember], { description: 'Who is in it, was, or is asked or asks to be, in the order in which they came.' })
  async members(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<ConsortiumMember[]> {
    const batch = (ids: readonly string[]) => this.allMembers.ofConsortia(context.viewer, ids);
    return (await requestLoader(context, 'partnerships.members', batch).load(id)) ?? [];
  }

  @ResolveField(() => ConsortiumCheck, { description: 'How it stands under the rules of the call today.' })
  async check(@Parent() consortium: ConsortiumRecord, @LanguageArg() language: Language, @Context() context: RequestContext): Promise<ConsortiumCheck> {
    const { checked, draft } = await this.checks.checked(context, consortium);
    return checkView(checked, draft, language);
  }
}

@Resolver(() => ConsortiumMember)
export class ConsortiumMemberResolver {
  constructor(
    private readonly loaders: DirectoryLoaders,
    private readonly consortia: ConsortiaService,
  ) {}

  @ResolveField(() => Consortium, { nullable: true, description: 'The consortium; nothing where you may not see it any more.' })
  async consortium(@Parent() { consortiumId }: ConsortiumMember, @Context() context: RequestContext): Promise<ConsortiumRecord | null> {
    const batch = (ids: readonly string[]) => this.consortia.visible(context.viewer, ids);
    return (await requestLoader(context, 'partnerships.consortia', batch).load(consortiumId)) ?? null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { organisationUuid }: ConsortiumMember, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, organisationUuid);
  }
}
