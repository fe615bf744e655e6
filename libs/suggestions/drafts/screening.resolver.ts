import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { Call, CallsLoaders, Objective } from '#libs/calls';
import { LanguageArg } from '#libs/directory';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import { ScreeningInput } from './draft.input.js';
import { ScreeningService } from './screening.service.js';
import { ScreeningResult, ScreenProjectResult } from './screening.types.js';
import { screeningView } from './screening-view.js';

@Resolver(() => ScreeningResult)
export class ScreeningResolver {
  constructor(
    private readonly screening: ScreeningService,
    private readonly loaders: CallsLoaders,
  ) {}

  @Query(() => ScreenProjectResult, {
    description: 'Whether an idea would pass as social innovation in a call, and where else it fits. Needs no key; nothing is stored.',
  })
  screenProject(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('answers', { type: () => ScreeningInput, description: 'Answers to the questions.' }) answers: ScreeningInput,
    @Args('themes', { type: () => [ID], nullable: true, description: 'Themes of the idea; those of the call when left out.' }) themes: string[] | null,
    @LanguageArg() language: Language,
  ): Promise<ScreeningResult | FailureView> {
    return failureOr(this.screening.screen(callId, answers, themes ?? []).then((found) => screeningView(found, language)));
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { found }: ScreeningResult, @Context() context: RequestContext): Promise<Call | null> {
    return this.loaders.call(context, found.call.id);
  }

  @ResolveField(() => [Call], { description: 'Another way on: open calls on these themes that do not ask for social innovation, the nearest first.' })
  otherCalls(@Parent() { found }: ScreeningResult): readonly Call[] {
    return found.otherCalls;
  }

  @ResolveField(() => [Objective], { description: 'And: the other objectives of the call’s programme; none where the idea is innovative.' })
  async otherObjectives(@Parent() { found }: ScreeningResult, @Context() context: RequestContext): Promise<Objective[]> {
    if (found.outcome === 'INNOVATIVE') return [];
    const call = await this.loaders.call(context, found.call.id);
    const programme = await this.loaders.programme(context, found.call.programme.id);
    return (programme?.objectives ?? []).filter(({ code }) => call?.objectiveCodes.includes(code) === false);
  }
}
