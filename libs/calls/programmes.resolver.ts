import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { localised, type Language } from '#libs/platform';
import { Objective, Programme, ProgrammeBody } from './programme.type.js';
import { ProgrammesService } from './programmes.service.js';

@Resolver(() => Programme)
export class ProgrammesResolver {
  constructor(private readonly service: ProgrammesService) {}

  @Query(() => Programme, { nullable: true, description: 'One programme; nothing when there is none.' })
  async programme(
    @Args('id', { type: () => ID, description: 'The code of the programme.' }) id: string,
  ): Promise<Programme | null> {
    return (await this.service.programme(id)) ?? null;
  }

  @Query(() => [Programme], { description: 'All programmes, closed ones too.' })
  programmes(): Promise<Programme[]> {
    return this.service.programmes();
  }

  @ResolveField(() => String, { description: 'Its name.' })
  name(@Parent() programme: Programme, @LanguageArg() language: Language): string {
    return localised(programme.names, language) ?? programme.id;
  }
}

@Resolver(() => Objective)
export class ObjectiveResolver {
  @ResolveField(() => String, { description: 'What it says.' })
  label(@Parent() objective: Objective, @LanguageArg() language: Language): string {
    return localised(objective.label, language) ?? objective.code;
  }
}

@Resolver(() => ProgrammeBody)
export class ProgrammeBodyResolver {
  constructor(private readonly directory: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { nullable: true, description: 'The organisation; nothing when you may not see it.' })
  organisation(@Parent() body: ProgrammeBody, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.directory.organisation(context, body.organisationUuid);
  }
}
