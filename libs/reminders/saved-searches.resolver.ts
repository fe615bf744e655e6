import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import { SavedSearches } from './saved-searches.service.js';
import { EndSearchResult, SavedSearch, SaveSearchResult } from './saved-searches.types.js';

@Resolver()
export class SavedSearchesResolver {
  constructor(private readonly searches: SavedSearches) {}

  @Query(() => [SavedSearch], { description: 'The searches that you keep.' })
  mySearches(@CurrentViewer() viewer: Viewer): Promise<SavedSearch[]> {
    return this.searches.ofViewer(viewer);
  }

  @Mutation(() => SaveSearchResult, { description: 'Keep a search over calls: you are told of each new call that it finds. Each mail can drop its call for good.' })
  saveSearch(
    @CurrentViewer() viewer: Viewer,
    @Args('theme', { type: () => ID, nullable: true, description: 'A theme: calls on it and on narrower ones.' }) theme?: string,
    @Args('programme', { type: () => ID, nullable: true, description: 'A programme: its id or code.' }) programme?: string,
  ): Promise<SavedSearch | FailureView> {
    return failureOr(this.searches.save(viewer, { theme: theme ?? null, programme: programme ?? null }));
  }

  @Mutation(() => EndSearchResult, { description: 'Keep a search no longer.' })
  endSearch(
    @CurrentViewer() viewer: Viewer,
    @Args('searchId', { type: () => ID, description: 'One of `mySearches`.' }) searchId: string,
  ): Promise<SavedSearch | FailureView> {
    return failureOr(this.searches.end(viewer, searchId));
  }
}
