import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { LanguageArg } from '#libs/directory';
import { failureOr, InvalidInput, type FailureView, type Language } from '#libs/platform';
import { screeningView, ScreeningService, ScreenProjectResult, type ScreeningResult } from '#libs/suggestions';
import { IdeaSearch } from './idea-search.service.js';
import { IdeasService } from './ideas.service.js';

@Resolver()
export class IdeaScreeningResolver {
  constructor(
    private readonly ideas: IdeasService,
    private readonly search: IdeaSearch,
    private readonly screening: ScreeningService,
  ) {}

  @Query(() => ScreenProjectResult, {
    description: 'Whether an idea passes as social innovation in its call, by its own answers; where it does not, which objectives and open calls fit it better.',
  })
  screenIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID, description: 'The idea.' }) id: string,
    @LanguageArg() language: Language,
  ): Promise<ScreeningResult | FailureView> {
    return failureOr(this.screen(viewer, id, language));
  }

  /** @throws NotFound; InvalidInput where there is nothing to go by yet */
  private async screen(viewer: Viewer, id: string, language: Language): Promise<ScreeningResult> {
    const { id: ideaId, callId, screening } = await this.ideas.idea(viewer, id);
    if (callId === null) throw new InvalidInput('id', 'is for no call yet.');
    if (screening === null) throw new InvalidInput('id', 'has no answers to the check yet.');
    const themes = (await this.search.themesOf([ideaId])).get(ideaId) ?? [];
    return screeningView(await this.screening.screen(callId, screening.answers, themes), language);
  }
}
