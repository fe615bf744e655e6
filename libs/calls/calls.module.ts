import { Module } from '@nestjs/common';
import { AccountsModule } from '#libs/accounts';
import { DirectoryModule } from '#libs/directory';
import { DocumentsModule } from '#libs/documents';
import { DraftsResolver, CallPublicationResolver, PublicationsResolver } from './authoring/drafts.resolver.js';
import { DraftsService } from './authoring/drafts.service.js';
import {
  AnnouncementResolver,
  CallDocumentEntryResolver,
  ContactPointResolver,
  FurtherFactsResolver,
  MenuActivityResolver,
  TrackFactsResolver,
} from './authoring/further-facts.resolver.js';
import { PublicationsService } from './authoring/publications.service.js';
import { CallPublisher } from './authoring/publisher.service.js';
import { CallsLoaders } from './calls.loaders.js';
import { CallRuleResolver, CallsResolver } from './calls.resolver.js';
import { CallsService } from './calls.service.js';
import { EventsResolver } from './events/events.resolver.js';
import { EventsService } from './events/events.service.js';
import { ExhaustionService } from './exhaustion.service.js';
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
  DraftsResolver,
  PublicationsResolver,
  CallPublicationResolver,
  FurtherFactsResolver,
  TrackFactsResolver,
  AnnouncementResolver,
  ContactPointResolver,
  MenuActivityResolver,
  CallDocumentEntryResolver,
  EventsResolver,
];
const authoring = [DraftsService, CallPublisher, PublicationsService, ExhaustionService];

@Module({
  imports: [AccountsModule, DirectoryModule, DocumentsModule],
  providers: [...services, ...authoring, EventsService, ...resolvers],
  exports: services,
})
export class CallsModule {}
