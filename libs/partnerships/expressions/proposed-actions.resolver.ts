import { Context, Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { Track } from '#libs/calls';
import { DirectoryLoaders, LanguageArg } from '#libs/directory';
import { localised, type Language } from '#libs/platform';
import { ExpressionsService } from './expressions.service.js';
import { actionsOf, type TrackAction } from './track-record.js';

@ObjectType({ description: 'Something that a call proposes to do.' })
export class ProposedAction implements TrackAction {
  @Field(() => ID, { description: 'Its key.' })
  key: string;

  @Field(() => ID, { description: 'The theme it is about.' })
  theme: string;
}

@Resolver(() => Track)
export class TrackActionsResolver {
  constructor(private readonly expressions: ExpressionsService) {}

  @ResolveField(() => [ProposedAction], {
    description: 'What the call proposes to do: expressions of interest say what they offer and seek for each.',
  })
  async proposedActions(@Parent() { uuid }: Track): Promise<TrackAction[]> {
    return actionsOf(await this.expressions.track(uuid));
  }
}

@Resolver(() => ProposedAction)
export class ProposedActionResolver {
  constructor(private readonly directory: DirectoryLoaders) {}

  @ResolveField(() => String, { description: 'What it is, in a few words.' })
  async label(@Parent() { key, theme }: ProposedAction, @Context() context: RequestContext, @LanguageArg() language: Language): Promise<string> {
    return localised((await this.directory.themes(context)).get(theme)?.labels, language) ?? key;
  }
}
