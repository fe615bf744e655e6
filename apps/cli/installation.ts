import { type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { migrations } from '#migrations';
import { migrate, openDatabaseServer, PlatformModule, readConfig, type Config, type DatabaseServer } from '#libs/platform';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { PartnershipsModule } from '#libs/partnerships';
import { RemindersModule } from '#libs/reminders';
import { SuggestionsModule } from '#libs/suggestions';
import { loadDemo } from './load-demo.js';

/** A migrated database, with the demo in it where this is a demo. */
export interface Installation {
  readonly config: Config;
  readonly server: DatabaseServer;
}

/**
 * Opens what the settings name and makes it ready for use.
 * @param whenRunning the main process refuses to run twice; a command attaches to the one that runs
 */
export async function openInstallation(whenRunning: 'refuse' | 'attach', config: Config = readConfig()): Promise<Installation> {
  const server = await openDatabaseServer(config, whenRunning);
  try {
    await migrate(server.url, migrations);
    if (config.mode === 'demo') await loadDemo(config, server.url);
    return { config, server };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Runs a command with the features in reach, and lets go of everything afterwards. */
export async function withFeatures<T>(work: (app: INestApplicationContext, installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openInstallation('attach');
  const { config, server } = installation;
  const root: DynamicModule = {
    module: RemindersModule,
    imports: [PlatformModule.forRoot(config, server.url), DirectoryModule, CallsModule, SuggestionsModule, PartnershipsModule],
  };
  const app = await NestFactory.createApplicationContext(root, { logger: ['error', 'fatal'], abortOnError: false });
  try {
    return await work(app, installation);
  } finally {
    await app.close();
    await server.stop();
  }
}
