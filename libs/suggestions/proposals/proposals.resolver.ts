import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders, CallsService } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation, requestLoader } from '#libs/directory';
import type { Rule } from '#libs/eligibility';
import { failureOr, localised, type Language, type FailureView } from '#libs/platform';
import { SuggestionWords } from '../suggestion-words.service.js';
import { SuggestionPart } from '../suggestion.types.js';
import { SuggestionsService } from '../suggestions.service.js';
import { askOf, ProposalArgs } from './proposal.args.js';
import {
  ConsortiumProposals,
  ConsortiumProposalsResult,
  ProposedMemberType,
  ProposeConsortiaResult,
  SeatReplacementsResult,
  type SeatReplacements,
} from './proposal.types.js';
import { proposalsView } from './proposal-view.js';
import type { ProposalRun } from './proposal-runs.service.js';
import { ProposalsService } from './proposals.service.js';

@Resolver(() => ConsortiumProposals)
export class ProposalsResolver {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly calls: CallsService,
    private readonly callLoaders: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @Mutation(() => ProposeConsortiaResult, {
    description: 'Has complete consortia searched for, led by an organisation in a call: the best that keep all mandatory rules. Read what was found by its id. Needs a key of the lead’s people.',
  })
  proposeConsortia(
    @CurrentViewer() viewer: Viewer,
    @LanguageArg() language: Language,
    @Args() args: ProposalArgs,
  ): Promise<ConsortiumProposals | FailureView> {
    return failureOr(this.proposals.propose(viewer, askOf(args)).then((run) => this.view(run, language)));
  }

  @Mutation(() => ConsortiumProposalsResult, { description: 'Stops a search within a second; what was found stays.' })
  cancelProposals(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The search.' }) id: string,
    @LanguageArg() language: Language,
  ): Promise<ConsortiumProposals | FailureView> {
    return failureOr(this.proposals.cancel(viewer, id).then((run) => this.view(run, language)));
  }

  @Query(() => ConsortiumProposalsResult, { description: 'A search for complete consortia: how far it is, and what it has found. For the lead’s people.' })
  consortiumProposals(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The search.' }) id: string,
    @LanguageArg() language: Language,
  ): Promise<ConsortiumProposals | FailureView> {
    return failureOr(this.proposals.run(viewer, id).then((run) => this.view(run, language)));
  }

  @Query(() => SeatReplacementsResult, {
    description: 'Who could take the place of a member that left, all rules kept, best first. The draft has those who stay; size is not looked at.',
  })
  seatReplacements(
    @CurrentViewer() viewer: Viewer,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'How many, from 1 to 20.' }) first: number,
    @Args() args: ProposalArgs,
  ): Promise<SeatReplacements | FailureView> {
    return failureOr(this.proposals.replacements(viewer, askOf(args), first).then((replacements) => ({ replacements })));
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { callUuid }: ConsortiumProposals, @Context() context: RequestContext): Promise<Call | null> {
    return this.callLoaders.call(context, callUuid);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who leads.' })
  lead(@Parent() { organisationUuid }: ConsortiumProposals, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, organisationUuid);
  }

  private async view(run: ProposalRun, language: Language): Promise<ConsortiumProposals> {
    const rules: readonly Rule[] = (await this.calls.record(run.callUuid))?.ruleset.rules ?? [];
    const messages = new Map(rules.map(({ id, message }) => [id, localised(message, language) ?? id]));
    return Object.assign(new ConsortiumProposals(), proposalsView(run, messages, language));
  }
}

@Resolver(() => ProposedMemberType)
export class ProposedMemberResolver {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly words: SuggestionWords,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() { id }: ProposedMemberType, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, id);
  }

  @ResolveField(() => [SuggestionPart], { description: 'What its score as a partner of the lead is made of now; empty for the lead.' })
  async why(
    @Parent() { id, callUuid, leadUuid }: ProposedMemberType,
    @LanguageArg() language: Language,
    @Context() context: RequestContext,
  ): Promise<SuggestionPart[]> {
    const batch = (ids: readonly string[]) => this.reasons(callUuid, leadUuid, ids, language);
    return (await requestLoader(context, `proposals.why ${callUuid} ${leadUuid} ${language}`, batch).load(id)) ?? [];
  }

  private async reasons(call: string, lead: string, ids: readonly string[], language: Language): Promise<Map<string, SuggestionPart[]>> {
    const explained = await this.suggestions.explain(call, lead, ids);
    if (explained === undefined) return new Map();
    const scores = [...explained.scores];
    const parts = await this.words.describe(scores.map(([, score]) => score.parts), explained.asker, language);
    return new Map(scores.map(([id], at) => [id, parts[at] ?? []]));
  }
}
