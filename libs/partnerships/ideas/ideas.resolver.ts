import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, Organisation, requestLoader, Theme } from '#libs/directory';
import type { ScreeningOutcome } from '#libs/eligibility';
import { failureOr, PageArgs, type Connection, type FailureView } from '#libs/platform';
import { ScreeningOutcomeName } from '#libs/suggestions';
import { Consortium } from '../consortia/consortium.type.js';
import { IDEA, type IdeaEvent } from '../states/idea-states.js';
import { possibleIn } from '../states/state-machine.js';
import { Idea, IdeaConnection, IdeaEventName, IdeaResult, IdeaScreening, WantedSlot } from './idea.type.js';
import { IdeaInput, IdeasArgs } from './idea.input.js';
import type { IdeaRecord } from './idea-record.js';
import { IdeaOverruling } from './idea-overruling.service.js';
import { IdeaSearch } from './idea-search.service.js';
import { IdeasService } from './ideas.service.js';
import type { Slot } from './slots.js';

@Resolver(() => Idea)
export class IdeasResolver {
  constructor(
    private readonly service: IdeasService,
    private readonly search: IdeaSearch,
    private readonly overruling: IdeaOverruling,
    private readonly callLoaders: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Query(() => IdeaResult, { description: 'An idea: a public one for everybody, others for those who may know of them.' })
  idea(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The idea.' }) id: string): Promise<IdeaRecord | FailureView> {
    return failureOr(this.service.idea(viewer, id));
  }

  @Query(() => IdeaConnection, { description: 'Open ideas that you may know of, the newest first. Public ones need no key.' })
  ideas(@CurrentViewer() viewer: Viewer, @Args() { first, after, ...filter }: IdeasArgs): Promise<Connection<IdeaRecord>> {
    return this.search.open(viewer, filter, { first, after: after ?? null });
  }

  @Query(() => IdeaConnection, { description: 'The ideas of your organisations, the newest first; expired and withdrawn ones too.' })
  myIdeas(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<IdeaRecord>> {
    return this.search.mine(viewer, page);
  }

  @Mutation(() => IdeaResult, { description: 'Makes an idea of your organisation. It is open for six months.' })
  createIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID, description: 'Your organisation.' }) organisationId: string,
    @Args('idea', { type: () => IdeaInput, description: 'What is said of it.' }) idea: IdeaInput,
  ): Promise<IdeaRecord | FailureView> {
    return failureOr(this.service.create(viewer, organisationId, idea));
  }

  @Mutation(() => IdeaResult, { description: 'Changes an idea, if nobody changed it since you read it.' })
  changeIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The idea.' }) id: string,
    @Args('version', { type: () => Int, description: 'The version that you read.' }) version: number,
    @Args('changes', { type: () => IdeaInput, description: 'What changes.' }) changes: IdeaInput,
  ): Promise<IdeaRecord | FailureView> {
    return failureOr(this.service.change(viewer, id, version, changes));
  }

  @Mutation(() => IdeaResult, { description: 'Keeps an idea open for six months from now, also one that has expired.' })
  renewIdea(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The idea.' }) id: string): Promise<IdeaRecord | FailureView> {
    return failureOr(this.service.renew(viewer, id));
  }

  @Mutation(() => IdeaResult, { description: 'Withdraws an idea for good.' })
  withdrawIdea(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID, description: 'The idea.' }) id: string): Promise<IdeaRecord | FailureView> {
    return failureOr(this.service.withdraw(viewer, id));
  }

  @Mutation(() => IdeaResult, {
    description: 'Judges otherwise than the answers to the check for social innovation did. For programme officers of the call, and for those who may commit the organisation of the idea.',
  })
  overruleScreening(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The idea.' }) id: string,
    @Args('outcome', { type: () => ScreeningOutcomeName, description: 'What it is held to be.' }) outcome: ScreeningOutcome,
    @Args('reason', { description: 'Why. It is kept and shown.' }) reason: string,
  ): Promise<IdeaRecord | FailureView> {
    return failureOr(this.overruling.overrule(viewer, id, outcome, reason));
  }

  @ResolveField(() => [IdeaEventName], { description: 'What can happen to it now.' })
  possible(@Parent() { state }: IdeaRecord): IdeaEvent[] {
    return possibleIn(IDEA, state);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Whose idea it is.' })
  organisation(@Parent() { organisationId }: IdeaRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, organisationId);
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call that it is for.' })
  call(@Parent() { callId }: IdeaRecord, @Context() context: RequestContext): Promise<Call | null> {
    return callId === null ? Promise.resolve(null) : this.callLoaders.call(context, callId);
  }

  @ResolveField(() => IdeaScreening, { nullable: true, description: 'Its answers to the check for social innovation.' })
  screening(@Parent() { screening }: IdeaRecord): IdeaScreening | null {
    if (screening === null) return null;
    const { answers, version, outcome, overruled } = screening;
    return { ...answers, version, outcome, overruled: overruled === undefined ? null : { ...overruled, found: outcome } };
  }

  @ResolveField(() => [Theme], { description: 'Its themes.' })
  async themes(@Parent() { id }: IdeaRecord, @Context() context: RequestContext): Promise<Theme[]> {
    const ids = await requestLoader(context, 'partnerships.ideaThemes', (ideas: readonly string[]) => this.search.themesOf(ideas)).load(id);
    const tree = await this.directory.themes(context);
    return (ids ?? []).flatMap((theme) => tree.get(theme) ?? []);
  }

  @ResolveField(() => [WantedSlot], { description: 'Partners that it looks for.' })
  async slots(@Parent() { id }: IdeaRecord, @Context() context: RequestContext): Promise<Slot[]> {
    return (await requestLoader(context, 'partnerships.ideaSlots', (ideas: readonly string[]) => this.search.slotsOf(ideas)).load(id)) ?? [];
  }
}

@Resolver(() => WantedSlot)
export class WantedSlotResolver {
  constructor(private readonly directory: DirectoryLoaders) {}

  @ResolveField(() => Theme, { nullable: true, description: 'A theme that it covers.' })
  async theme(@Parent() { themeId }: Slot, @Context() context: RequestContext): Promise<Theme | null> {
    return themeId === null ? null : ((await this.directory.themes(context)).get(themeId) ?? null);
  }
}

@Resolver(() => Consortium)
export class IdeaOfConsortiumResolver {
  constructor(private readonly service: IdeasService) {}

  @ResolveField(() => Idea, { nullable: true, description: 'The idea that it works out; nothing where you may not know of it.' })
  async idea(@Parent() { ideaId }: Consortium, @Context() context: RequestContext): Promise<IdeaRecord | null> {
    const batch = (ids: readonly string[]) => this.service.byIds(context.viewer, ids);
    return (await requestLoader(context, 'partnerships.idea', batch).load(ideaId)) ?? null;
  }
}
