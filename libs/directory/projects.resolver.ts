import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '#libs/accounts';
import type { Connection } from '#libs/platform';
import { DirectoryLoaders } from './directory.loaders.js';
import { Organisation } from './organisation.type.js';
import { Participation, Project, ProjectConnection } from './project.type.js';
import { ProjectsArgs } from './projects.args.js';
import { ProjectsService } from './projects.service.js';
import { Theme } from './theme.type.js';

@Resolver(() => Project)
export class ProjectsResolver {
  constructor(
    private readonly projects: ProjectsService,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => Project, { nullable: true, description: 'One project; nothing when there is none.' })
  async project(
    @Args('id', { type: () => ID, description: 'The code of the project.' }) id: string,
  ): Promise<Project | null> {
    return (await this.projects.project(id)) ?? null;
  }

  @Query(() => ProjectConnection, {
    name: 'projects',
    description: 'Projects, the latest to start first, narrowed by what you give.',
  })
  list(@Args() args: ProjectsArgs): Promise<Connection<Project>> {
    return this.projects.projects(args, args);
  }

  @ResolveField(() => [Theme], { description: 'The themes it is about.' })
  async themes(@Parent() project: Project, @Context() context: RequestContext): Promise<Theme[]> {
    const tree = await this.loaders.themes(context);
    return project.themeIds.flatMap((id) => tree.get(id) ?? []);
  }

  @ResolveField(() => [Participation], { description: 'The organisations in it, those that you may see.' })
  members(@Parent() project: Project, @Context() context: RequestContext): Promise<readonly Participation[]> {
    return this.loaders.membersOf(context, project.uuid);
  }
}

@Resolver(() => Participation)
export class ParticipationResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => Organisation, { description: 'The organisation.' })
  organisation(@Parent() participation: Participation, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, participation.organisationUuid);
  }

  @ResolveField(() => Project, { description: 'The project.' })
  project(@Parent() participation: Participation, @Context() context: RequestContext): Promise<Project | null> {
    return this.loaders.project(context, participation.projectUuid);
  }
}
