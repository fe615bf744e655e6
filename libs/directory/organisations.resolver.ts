import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { failureOr, Language, pageOf, type Connection, type FailureView } from '#libs/platform';
import { DirectoryLoaders } from './directory.loaders.js';
import { OrganisationEditor } from './organisation-editor.service.js';
import { sectorOf, Sector } from './organisation-type.js';
import { Interest, Organisation, OrganisationConnection } from './organisation.type.js';
import { OrganisationsArgs } from './organisations.args.js';
import { OrganisationsService } from './organisations.service.js';
import { Participation } from './project.type.js';
import { Theme } from './theme.type.js';
import { UpdateOrganisationInput, UpdateOrganisationResult } from './update-organisation.type.js';

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly editor: OrganisationEditor,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => Organisation, { nullable: true, description: 'One organisation, if there is one that you may see.' })
  async organisation(
    @Args('id', { type: () => ID, description: 'Any code of the organisation.' }) id: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organisation | null> {
    return (await this.organisations.organisation(viewer, id)) ?? null;
  }

  @Query(() => OrganisationConnection, {
    name: 'organisations',
    description: 'Organisations by name, narrowed by what you give.',
  })
  list(@Args() args: OrganisationsArgs, @CurrentViewer() viewer: Viewer): Promise<Connection<Organisation>> {
    return this.organisations.organisations(viewer, args, args);
  }

  @Mutation(() => UpdateOrganisationResult, {
    description: 'Changes the profile of an organisation that you act for; suggestions follow.',
  })
  updateOrganisation(
    @Args('id', { type: () => ID, description: 'Any code of the organisation.' }) id: string,
    @Args('input', { description: 'What changes.' }) input: UpdateOrganisationInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<Organisation | FailureView> {
    return failureOr(this.editor.update(viewer, id, input));
  }

  @ResolveField(() => String, { description: 'Its name.' })
  name(
    @Parent() organisation: Organisation,
    @Args('language', {
      type: () => Language,
      nullable: true,
      description: 'Its name of today in this language, where it has one; without it, the name it mainly goes by.',
    })
    language: Language | null,
  ): string {
    const named = organisation.names.find((name) => name.current && name.language === language);
    return named?.name ?? organisation.mainName;
  }

  @ResolveField(() => Sector, { nullable: true, description: 'The part of society it belongs to; follows from its type.' })
  sector(@Parent() organisation: Organisation): Sector | null {
    return sectorOf(organisation.type);
  }

  @ResolveField(() => [Interest], { description: 'Themes it has something to offer on, the strongest first.' })
  offers(@Parent() organisation: Organisation): Interest[] {
    return organisation.interests.filter(({ direction }) => direction === 'OFFERS');
  }

  @ResolveField(() => [Interest], { description: 'Themes it seeks a partner for, the strongest first.' })
  seeks(@Parent() organisation: Organisation): Interest[] {
    return organisation.interests.filter(({ direction }) => direction === 'SEEKS');
  }

  @ResolveField(() => [Participation], { description: 'Projects it has been in, the latest first.' })
  projects(
    @Parent() organisation: Organisation,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'How many at most, from 1 to 100.' }) first: number,
    @Context() context: RequestContext,
  ): Promise<readonly Participation[]> {
    return this.loaders.projectsOf(context, organisation.uuid, pageOf({ first }).first);
  }
}

@Resolver(() => Interest)
export class InterestResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Theme, { description: 'The theme.' })
  async theme(@Parent() interest: Interest, @Context() context: RequestContext): Promise<Theme | null> {
    return (await this.loaders.themes(context)).get(interest.themeId) ?? null;
  }
}
