import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders, CallsService } from '#libs/calls';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import type { Mix } from '#libs/matching';
import { failureOr, Language, Notifications, NotFound, PageArgs, type FailureView } from '#libs/platform';
import { MatchingRuns, type MatchingProgress } from './matching-runs.service.js';
import { MatchingService, USUAL_MIX } from './matching.service.js';
import { SuggestionViews } from './suggestion-views.service.js';
import {
  CancelMatchingResult,
  MatchingProgressType,
  PartnerMix,
  SuggestedPartner,
  SuggestedPartnerConnection,
  SuggestedPartnersResult,
} from './suggestion.types.js';
import { SuggestionsService } from './suggestions.service.js';

@Resolver(() => SuggestedPartnerConnection)
export class SuggestionsResolver {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly views: SuggestionViews,
    private readonly matching: MatchingService,
    private readonly runs: MatchingRuns,
    private readonly calls: CallsService,
    private readonly loaders: CallsLoaders,
    private readonly notifications: Notifications,
  ) {}

  @Query(() => SuggestedPartnersResult, {
    description: 'Partners that suit an organisation in a call, best first, each with the reasons. Needs a key of the organisation’s people.',
  })
  suggestedPartners(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('organisationId', { type: () => ID, description: 'The organisation that looks for partners.' }) organisationId: string,
    @Args('language', { type: () => Language, defaultValue: Language.EN, description: 'The language of the reasons.' }) language: Language,
    @Args('asOf', { type: () => Date, nullable: true, description: 'The answer that was given then, as long as it is kept: 90 days after another took its place, and while a shortlist refers to it.' }) asOf: Date | null,
    @Args('mix', { type: () => PartnerMix, defaultValue: USUAL_MIX, description: 'How many newcomers are shown.' }) mix: Mix,
    @Args('members', { type: () => [ID], defaultValue: [], description: 'Who is in your draft already: partners are sought for all of you, first who closes the rules that it fails.' }) members: string[],
    @Args() page: PageArgs,
  ): Promise<SuggestedPartnerConnection | FailureView> {
    const found = this.suggestions.suggestedPartners(viewer, callId, organisationId, page, { mix, asOf, members });
    return failureOr(found.then((answer) => this.views.partners(answer, language)));
  }

  @ResolveField(() => Call, { description: 'The call asked about.' })
  call(@Parent() { callUuid }: SuggestedPartnerConnection, @Context() context: RequestContext): Promise<Call | null> {
    return this.loaders.call(context, callUuid);
  }

  @Subscription(() => MatchingProgressType, {
    description: 'How far the computation of a call’s suggestions is: the present state first, then every step.',
    resolve: (progress: MatchingProgress) => progress,
  })
  async *matchingProgress(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
  ): AsyncGenerator<MatchingProgress> {
    const id = await this.calls.resolveCallId(callId);
    if (id === undefined) throw new NotFound('callId', callId);
    for await (const payload of this.notifications.messages('matching_progress')) {
      if (payload === '' || payload === id) yield this.runs.progress(id);
    }
  }

  @Mutation(() => CancelMatchingResult, {
    description: 'Stops the computation of a call’s suggestions; questions are answered all the same. For administrators.',
  })
  cancelMatching(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
  ): Promise<MatchingProgress | FailureView> {
    return failureOr(this.matching.cancel(viewer, callId));
  }
}

@Resolver(() => SuggestedPartner)
export class SuggestedPartnerResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The partner.' })
  organisation(@Parent() { uuid }: SuggestedPartner, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, uuid);
  }
}
