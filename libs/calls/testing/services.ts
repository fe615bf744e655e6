import type { DataSource } from 'typeorm';
import { ThemesService } from '#libs/directory';
import { Clock } from '#libs/platform';
import { CallsService } from '../calls.service.js';
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
  return { clock, programmes, milestones, calls, mover: new MilestoneMover(database, clock, milestones) };
}
