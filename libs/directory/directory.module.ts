import { Module } from '@nestjs/common';
import { DirectoryLoaders } from './directory.loaders.js';
import { OrganisationEditor } from './organisation-editor.service.js';
import { InterestResolver, OrganisationsResolver } from './organisations.resolver.js';
import { OrganisationsService } from './organisations.service.js';
import { ParticipationResolver, ProjectsResolver } from './projects.resolver.js';
import { ProjectsService } from './projects.service.js';
import { ReferencesResolver } from './references.resolver.js';
import { ThemesResolver } from './themes.resolver.js';
import { ThemesService } from './themes.service.js';

const services = [OrganisationsService, OrganisationEditor, ProjectsService, ThemesService, DirectoryLoaders];
const resolvers = [
  OrganisationsResolver,
  InterestResolver,
  ProjectsResolver,
  ParticipationResolver,
  ThemesResolver,
  ReferencesResolver,
];

@Module({ providers: [...services, ...resolvers], exports: services })
export class DirectoryModule {}
