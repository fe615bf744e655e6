import type { DataSource } from 'typeorm';
import { AuditLog } from '#libs/accounts';
import { OrganisationsService, ThemesService } from '#libs/directory';
import { DocumentsService, DocumentStore } from '#libs/documents';
import { Clock, readConfig } from '#libs/platform';
import { DraftsService } from '../authoring/drafts.service.js';
import { PublicationsService } from '../authoring/publications.service.js';
import { CallPublisher } from '../authoring/publisher.service.js';
import { CallsService } from '../calls.service.js';
import { ExhaustionService } from '../exhaustion.service.js';
import { MilestoneMover } from '../milestone-mover.service.js';
import { MilestonesService } from '../milestones.service.js';
import { ProgrammesService } from '../programmes.service.js';

/** The services of this room on a test's database, as Nest would wire them. */
export function servicesOn(database: DataSource) {
  const clock = new Clock(database);
  const themes = new ThemesService(database);
  const programmes = new ProgrammesService(database);
  const milestones = new MilestonesService(database);
  const calls = new CallsService(database, clock, themes, programmes);
  const audit = new AuditLog(database);
  const config = readConfig({});
  const documents = new DocumentsService(database, clock, new DocumentStore(config), config);
  const drafts = new DraftsService(database, clock, calls, new OrganisationsService(database, themes));
  return {
    clock,
    programmes,
    milestones,
    calls,
    mover: new MilestoneMover(database, clock, milestones, audit),
    drafts,
    publisher: new CallPublisher(database, clock, drafts, calls, milestones, documents, audit),
    publications: new PublicationsService(database, calls),
    exhaustion: new ExhaustionService(database, clock, calls, audit),
  };
}
