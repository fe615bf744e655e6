import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium } from '../consortia/consortium.type.js';
import { HistoryService } from './history.service.js';
import { HistoryEntry, TrackHistory, TrackHistoryResult } from './history.type.js';

@Resolver(() => HistoryEntry)
export class HistoryResolver {
  constructor(
    private readonly service: HistoryService,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => TrackHistoryResult, { description: 'What was decided on a track, and how its dates moved. For programme officers of its body.' })
  trackHistory(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', { type: () => ID, description: 'The track.' }) trackId: string,
  ): Promise<TrackHistory | FailureView> {
    return failureOr(this.service.ofTrack(viewer, trackId).then((entries) => Object.assign(new TrackHistory(), { entries })));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'In whose name it was done.' })
  organisation(@Parent() { organisationUuid }: HistoryEntry, @Context() context: RequestContext): Promise<Organisation | null> {
    return organisationUuid === null ? Promise.resolve(null) : this.loaders.organisation(context, organisationUuid);
  }
}

@Resolver(() => Consortium)
export class ConsortiumHistoryResolver {
  constructor(private readonly service: HistoryService) {}

  @ResolveField(() => [HistoryEntry], { description: 'What was decided about it, the oldest first.' })
  history(@Parent() { id }: ConsortiumRecord): Promise<HistoryEntry[]> {
    return this.service.ofConsortium(id);
  }
}
