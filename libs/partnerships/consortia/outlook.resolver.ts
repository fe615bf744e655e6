import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { AccountsService, CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import type { Mix } from '#libs/matching';
import { failureOr, localised, NotFound, Notifications, PageArgs, type FailureView, type Language } from '#libs/platform';
import { ConsortiumRepair, organisationsBy, PartnerMix, SuggestedPartnerConnection, SuggestedPartnersResult, SuggestionsService, SuggestionViews, USUAL_MIX } from '#libs/suggestions';
import { words } from '../words.js';
import { ConsortiaService } from './consortia.service.js';
import { ConsortiumChecks } from './consortium-checks.service.js';
import type { ConsortiumRecord } from './consortium-record.js';
import { Consortium } from './consortium.type.js';
import { FragileRule, MemberReplacements, MemberReplacementsResult } from './outlook.types.js';
import { Replacements } from './replacements.service.js';

/** What threatens a consortium, who would help it, and that it has changed. */
@Resolver(() => Consortium)
export class OutlookResolver {
  constructor(
    private readonly consortia: ConsortiaService,
    private readonly checks: ConsortiumChecks,
    private readonly replacements: Replacements,
    private readonly suggestions: SuggestionsService,
    private readonly views: SuggestionViews,
    private readonly accounts: AccountsService,
    private readonly notifications: Notifications,
  ) {}

  @ResolveField(() => [FragileRule], { description: 'The mandatory rules that one more departure would break.' })
  async fragileRules(@Parent() consortium: ConsortiumRecord, @LanguageArg() language: Language, @Context() context: RequestContext): Promise<FragileRule[]> {
    const { checked: { check, read } } = await this.checks.checked(context, consortium);
    return check.rules.filter(({ severity, breaksWithout }) => severity === 'MANDATORY' && breaksWithout.length > 0).map(({ rule, message, breaksWithout }) => ({
      id: rule,
      warning: words(language)('fragile', { rule: localised(message, language) ?? rule }),
      uuids: breaksWithout.flatMap((code) => read.organisations.get(code)?.uuid ?? []),
    }));
  }

  @ResolveField(() => ConsortiumRepair, { description: 'The smallest change that makes all mandatory rules MET; partners who stand by come first where they fit.' })
  repair(@Parent() consortium: ConsortiumRecord, @Context() context: RequestContext): Promise<ConsortiumRepair> {
    return this.checks.repair(context, consortium);
  }

  @ResolveField(() => SuggestedPartnersResult, { description: 'Partners that suit it and its idea, first who closes the rules that it fails. For those who work for its lead.' })
  async suggestedPartners(
    @Parent() consortium: ConsortiumRecord,
    @LanguageArg() language: Language,
    @Args('mix', { type: () => PartnerMix, defaultValue: USUAL_MIX, description: 'How many newcomers are shown.' }) mix: Mix,
    @Args() page: PageArgs,
    @Context() context: RequestContext,
  ): Promise<SuggestedPartnerConnection | FailureView> {
    const { draft } = await this.checks.checked(context, consortium);
    const found = this.suggestions.suggestedPartners(context.viewer, consortium.callId, consortium.leadId, page, { mix, draft });
    return failureOr(found.then((answer) => this.views.partners(answer, language)));
  }

  @Query(() => MemberReplacementsResult, { description: 'Who could take the place of a member that left or may leave, by its themes and country. For those who work for the lead.' })
  replacementsFor(
    @CurrentViewer() viewer: Viewer,
    @Args('memberId', { type: () => ID, description: 'The membership.' }) memberId: string,
    @Args('first', { type: () => Int, defaultValue: 5, description: 'How many, from 1 to 20.' }) first: number,
  ): Promise<MemberReplacements | FailureView> {
    return failureOr(this.replacements.of(viewer, memberId, first).then((found) => Object.assign(new MemberReplacements(), found)));
  }

  @Subscription(() => Consortium, {
    description: 'A consortium, as it is and each time it or those in it change. It ends when you may not see it any more.',
    resolve: (consortium: ConsortiumRecord) => consortium,
  })
  async *consortiumChanged(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', { type: () => ID, description: 'The consortium.' }) consortiumId: string,
    @Context() { loaders }: RequestContext,
  ): AsyncGenerator<ConsortiumRecord> {
    const { id } = await this.consortia.consortium(viewer, consortiumId);
    for await (const payload of this.notifications.messages('consortia')) {
      if (payload !== '' && !payload.includes(id)) continue;
      const consortium = await this.consortia.consortium(await this.accounts.again(viewer), id).catch(undefinedIfNotFound);
      if (consortium === undefined) return;
      loaders.clear(); // what was read for the change before is of yesterday
      yield consortium;
    }
  }
}

function undefinedIfNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}

@Resolver(() => FragileRule)
export class FragileRuleResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'The members whose departure would break it.' })
  members(@Parent() { uuids }: FragileRule, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, uuids);
  }
}

@Resolver(() => MemberReplacements)
export class MemberReplacementsResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'They, best first.' })
  organisations(@Parent() { uuids }: MemberReplacements, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, uuids);
  }
}
