import { Module } from '@nestjs/common';
import { DirectoryModule } from '#libs/directory';
import { CallsLoaders } from './calls.loaders.js';
import { CallRuleResolver, CallsResolver } from './calls.resolver.js';
import { CallsService } from './calls.service.js';
import { MilestoneMover } from './milestone-mover.service.js';
import { MilestonesResolver } from './milestones.resolver.js';
import { MilestonesService } from './milestones.service.js';
import { ObjectiveResolver, ProgrammeBodyResolver, ProgrammesResolver } from './programmes.resolver.js';
import { ProgrammesService } from './programmes.service.js';
import { TracksResolver } from './tracks.resolver.js';

const services = [CallsService, CallsLoaders, MilestonesService, MilestoneMover, ProgrammesService];
const resolvers = [
  CallsResolver,
  CallRuleResolver,
  TracksResolver,
  MilestonesResolver,
  ProgrammesResolver,
  ObjectiveResolver,
  ProgrammeBodyResolver,
];

@Module({ imports: [DirectoryModule], providers: [...services, ...resolvers], exports: services })
export class CallsModule {}
