import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation, Theme } from '#libs/directory';
import { fitOf } from '#libs/matching';
import { failureOr, PageArgs, type Connection, type FailureView, type Language } from '#libs/platform';
import { SuggestionWords } from '#libs/suggestions';
import { ConsortiumResult } from '../consortia/consortium.type.js';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { WantedSlotResolver } from './ideas.resolver.js';
import { WantedService, type RankedOpening } from './wanted.service.js';
import { Opening, OpeningConnection, OpeningsResult, OpenPlace } from './wanted.type.js';

@Resolver(() => Opening)
export class WantedResolver {
  constructor(
    private readonly wanted: WantedService,
    private readonly words: SuggestionWords,
    private readonly calls: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Query(() => OpeningsResult, {
    description: 'Ideas and consortia that lack what your organisation offers, best first: whether it may join, then how many rules it closes and missing phases it covers, then how well it fits. The twenty that ask for most of what it offers.',
  })
  openingsFor(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID, description: 'Your organisation.' }) organisationId: string,
    @LanguageArg() language: Language,
    @Args() page: PageArgs,
  ): Promise<OpeningConnection | FailureView> {
    return failureOr(this.wanted.openingsFor(viewer, organisationId, page).then((found) => this.view(found, language)));
  }

  @Mutation(() => ConsortiumResult, { description: 'Lets organisations that offer what its seats ask for find your consortium, or not any more.' })
  openConsortium(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The consortium that your organisation leads.' }) id: string,
    @Args('open', { defaultValue: true, description: 'Whether it wants to be found.' }) open: boolean,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.wanted.setOpen(viewer, id, open));
  }

  @ResolveField(() => Call, { nullable: true, description: 'The call that it is for.' })
  call(@Parent() { callId }: Opening, @Context() context: RequestContext): Promise<Call | null> {
    return callId === null ? Promise.resolve(null) : this.calls.call(context, callId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Whose idea it is, or who leads the consortium.' })
  lead(@Parent() { leadId }: Opening, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, leadId);
  }

  @ResolveField(() => [Theme], { description: 'Its themes that your organisation covers.' })
  async themes(@Parent() { themeIds }: Opening, @Context() context: RequestContext): Promise<Theme[]> {
    const tree = await this.directory.themes(context);
    return themeIds.flatMap((id) => tree.get(id) ?? []);
  }

  private async view({ edges, nodes, pageInfo }: Connection<RankedOpening>, language: Language): Promise<OpeningConnection> {
    // No code is the reader's own: whoever leads is named like everybody else.
    const parts = await this.words.describe(nodes.map((node) => node.parts()), '', language);
    const views = nodes.map(({ rank, standing, closes, score, opening }, i): Opening => {
      const { kind, id, name, callId, leadId, places, themes, phases } = opening;
      const shown = { rank, kind, id, name, callId, leadId, themeIds: themes, phases, places: places.map((place) => ({ ...place })) };
      return Object.assign(new Opening(), { ...shown, standing: standing.join, closes, score, fit: fitOf(score), parts: parts[i] ?? [] });
    });
    return Object.assign(new OpeningConnection(), {
      edges: edges.map(({ cursor }, i) => ({ cursor, node: views[i] })),
      nodes: views,
      pageInfo,
    });
  }
}

@Resolver(() => OpenPlace)
export class OpenPlaceResolver extends WantedSlotResolver {}
