import { Injectable } from '@nestjs/common';
import type { RequestContext } from '#libs/accounts';
import type { Organisation } from './organisation.type.js';
import { OrganisationsService } from './organisations.service.js';
import type { Participation, Project } from './project.type.js';
import { ProjectsService } from './projects.service.js';
import { oncePerRequest, requestLoader } from './request-loader.js';
import type { ThemeTree } from './theme-tree.js';
import { ThemesService } from './themes.service.js';

/** Directory rows for nested GraphQL fields, of this room and of others: each kind is one query a request. */
@Injectable()
export class DirectoryLoaders {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly projects: ProjectsService,
    private readonly allThemes: ThemesService,
  ) {}

  /** `null` when the viewer may not see it. @param uuid the organisation's own id, not a code */
  async organisation(context: RequestContext, uuid: string): Promise<Organisation | null> {
    const batch = (uuids: readonly string[]) => this.organisations.byUuid(context.viewer, uuids);
    return (await requestLoader(context, 'directory.organisation', batch).load(uuid)) ?? null;
  }

  /** @param uuid the project's own id, not a code */
  async project(context: RequestContext, uuid: string): Promise<Project | null> {
    const batch = (uuids: readonly string[]) => this.projects.byUuid(uuids);
    return (await requestLoader(context, 'directory.project', batch).load(uuid)) ?? null;
  }

  /** The latest projects of an organisation. @param first at most so many */
  async projectsOf(context: RequestContext, organisation: string, first: number): Promise<readonly Participation[]> {
    const batch = (uuids: readonly string[]) => this.projects.latestOf(uuids, first);
    return (await requestLoader(context, `directory.projectsOf ${first}`, batch).load(organisation)) ?? [];
  }

  /** The members of a project that the viewer may see. */
  async membersOf(context: RequestContext, project: string): Promise<readonly Participation[]> {
    const batch = (uuids: readonly string[]) => this.projects.membersOf(context.viewer, uuids);
    return (await requestLoader(context, 'directory.membersOf', batch).load(project)) ?? [];
  }

  themes(context: RequestContext): Promise<ThemeTree> {
    return oncePerRequest(context, 'directory.themes', () => this.allThemes.tree());
  }
}
