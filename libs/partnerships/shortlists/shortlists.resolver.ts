import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { failureOr, Language, type FailureView } from '#libs/platform';
import { Shortlist, ShortlistEntry, ShortlistResult } from './shortlist.types.js';
import { ShortlistReasons } from './shortlist-reasons.service.js';
import { ShortlistsService } from './shortlists.service.js';

const shortlistId = { type: () => ID, description: 'The shortlist.' };
const organisationId = { type: () => ID, description: 'The organisation.' };

@Resolver(() => Shortlist)
export class ShortlistsResolver {
  constructor(
    private readonly service: ShortlistsService,
    private readonly reasons: ShortlistReasons,
  ) {}

  @Query(() => [Shortlist], { description: 'The shortlists that your body keeps for a track, by name.' })
  shortlists(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', { type: () => ID, description: 'The track.' }) trackId: string,
  ): Promise<Shortlist[]> {
    return this.service.ofTrack(viewer, trackId);
  }

  @ResolveField(() => [ShortlistEntry], { description: 'Its organisations, in the officer’s order.' })
  entries(
    @Parent() shortlist: Shortlist,
    @Args('language', { type: () => Language, defaultValue: Language.EN, description: 'The language of the reasons.' }) language: Language,
  ): Promise<ShortlistEntry[]> {
    return this.reasons.entriesOf(shortlist, language);
  }

  @Mutation(() => ShortlistResult, { description: 'Begins a shortlist for a track of your body.' })
  createShortlist(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', { type: () => ID, description: 'The track.' }) trackId: string,
    @Args('name', { description: 'Its name, unique on the track.' }) name: string,
  ): Promise<Shortlist | FailureView> {
    return failureOr(this.service.create(viewer, trackId, name));
  }

  @Mutation(() => ShortlistResult, {
    description: 'Puts an organisation on a shortlist, or moves it and changes its note when it is there already.',
  })
  putOnShortlist(
    @CurrentViewer() viewer: Viewer,
    @Args('shortlistId', shortlistId) list: string,
    @Args('organisationId', organisationId) organisation: string,
    @Args('note', { type: () => String, nullable: true, description: 'Your note; left out: as it was.' }) note: string | null,
    @Args('position', { type: () => Int, nullable: true, description: 'Its place, from 1; left out: as it was, or last.' }) position: number | null,
    @Args('suggestedForId', { type: () => ID, nullable: true, description: 'For whom you found it; left out: for your body.' })
    suggestedFor: string | null,
  ): Promise<Shortlist | FailureView> {
    return failureOr(this.service.put(viewer, list, { organisation, note, position, suggestedFor }));
  }

  @Mutation(() => ShortlistResult, { description: 'Takes an organisation off a shortlist.' })
  removeFromShortlist(
    @CurrentViewer() viewer: Viewer,
    @Args('shortlistId', shortlistId) list: string,
    @Args('organisationId', organisationId) organisation: string,
  ): Promise<Shortlist | FailureView> {
    return failureOr(this.service.remove(viewer, list, organisation));
  }
}

@Resolver(() => ShortlistEntry)
export class ShortlistEntryResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation.' })
  organisation(@Parent() entry: ShortlistEntry, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, entry.organisationUuid);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'For whom it was found: an organisation that asked, or the body itself.' })
  suggestedFor(@Parent() entry: ShortlistEntry, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, entry.suggestedForUuid);
  }
}
