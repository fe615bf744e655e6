import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import { localised, type Language } from '#libs/platform';
import { DirectoryLoaders } from './directory.loaders.js';
import { LanguageArg } from './language-arg.js';
import { Theme } from './theme.type.js';

@Resolver(() => Theme)
export class ThemesResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @Query(() => [Theme], { description: 'The themes below one theme; without it, the main themes.' })
  async themes(
    @Args('parent', { type: () => ID, nullable: true, description: 'The theme above.' }) parent: string | null,
    @Context() context: RequestContext,
  ): Promise<readonly Theme[]> {
    return (await this.loaders.themes(context)).children(parent ?? null);
  }

  @Query(() => Theme, { nullable: true, description: 'One theme.' })
  async theme(
    @Args('id', { type: () => ID, description: 'The code of the theme.' }) id: string,
    @Context() context: RequestContext,
  ): Promise<Theme | null> {
    return (await this.loaders.themes(context)).get(id) ?? null;
  }

  @ResolveField(() => String, { description: 'The name of the theme.' })
  label(@Parent() theme: Theme, @LanguageArg() language: Language): string {
    return localised(theme.labels, language) ?? theme.id;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What belongs to the theme and what does not: show it where people tick it.',
  })
  scopeNote(@Parent() theme: Theme, @LanguageArg() language: Language): string | null {
    return localised(theme.scopeNotes, language);
  }

  @ResolveField(() => Theme, { nullable: true, description: 'The theme above; nothing for a main theme.' })
  async parent(@Parent() theme: Theme, @Context() context: RequestContext): Promise<Theme | null> {
    return theme.parentId === null ? null : ((await this.loaders.themes(context)).get(theme.parentId) ?? null);
  }

  @ResolveField(() => [Theme], { description: 'The themes right below.' })
  async children(@Parent() theme: Theme, @Context() context: RequestContext): Promise<readonly Theme[]> {
    return (await this.loaders.themes(context)).children(theme.id);
  }

  @ResolveField(() => [Theme], { description: 'The way down the tree: from the main theme to this one.' })
  async path(@Parent() theme: Theme, @Context() context: RequestContext): Promise<readonly Theme[]> {
    return (await this.loaders.themes(context)).path(theme.id);
  }
}
