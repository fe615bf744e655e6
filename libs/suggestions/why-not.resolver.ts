import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { fitOf, type Mix } from '#libs/matching';
import { failureOr, Language, type FailureView } from '#libs/platform';
import { USUAL_MIX } from './matching.service.js';
import { PartnerMix } from './suggestion.types.js';
import { WhyNotService, type WhyNot } from './why-not.service.js';
import { WhyNotAnswer, WhyNotResult } from './why-not.types.js';

@Resolver(() => WhyNotAnswer)
export class WhyNotResolver {
  constructor(
    private readonly reasons: WhyNotService,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => WhyNotResult, {
    description: 'Why an organisation is not among the first partners suggested, or not at all, and what would raise it. Needs a key of the asking organisation’s people.',
  })
  whyNot(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('organisationId', { type: () => ID, description: 'The organisation that looks for partners.' }) organisationId: string,
    @Args('candidateId', { type: () => ID, description: 'The organisation asked about.' }) candidateId: string,
    @Args('language', { type: () => Language, defaultValue: Language.EN, description: 'The language of the sentences.' }) language: Language,
    @Args('mix', { type: () => PartnerMix, defaultValue: USUAL_MIX, description: 'How many newcomers are shown.' }) mix: Mix,
  ): Promise<WhyNotAnswer | FailureView> {
    return failureOr(this.reasons.whyNot(viewer, callId, organisationId, candidateId, language, mix).then(view));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation asked about.' })
  candidate(@Parent() { candidateUuid }: WhyNotAnswer, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, candidateUuid);
  }
}

function view({ candidateId, leftOut, rank, tier, score, gaps, raises }: WhyNot): WhyNotAnswer {
  return Object.assign(new WhyNotAnswer(), {
    candidateUuid: candidateId,
    leftOut,
    rank: rank ?? null,
    tier: tier ?? null,
    score: score ?? null,
    fit: score === undefined ? null : fitOf(score),
    gaps,
    raises,
  });
}
