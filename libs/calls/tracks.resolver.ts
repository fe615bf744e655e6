import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { DirectoryLoaders, Organisation } from '#libs/directory';
import { CallsLoaders } from './calls.loaders.js';
import { Milestone } from './milestone.type.js';
import { Track } from './track.type.js';

@Resolver(() => Track)
export class TracksResolver {
  constructor(
    private readonly loaders: CallsLoaders,
    private readonly directory: DirectoryLoaders,
  ) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The body that runs it; nothing when you may not see it.' })
  body(@Parent() track: Track, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, track.bodyUuid);
  }

  @ResolveField(() => [Milestone], { description: 'Its own dates, in order.' })
  milestones(@Parent() track: Track, @Context() context: RequestContext): Promise<readonly Milestone[]> {
    return this.loaders.milestones(context, track.callUuid, track.uuid);
  }
}
