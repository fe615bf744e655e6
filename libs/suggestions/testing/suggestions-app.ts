import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { Clock, copyOfTemplate, PlatformModule, readConfig } from '#libs/platform';
import { SuggestionsModule } from '../suggestions.module.js';

export interface SuggestionsApp {
  readonly app: INestApplicationContext;
  readonly database: DataSource;
  close(): Promise<void>;
}

/** The real bundled data on the first day of the demo, with the services of this room. */
export async function suggestionsApp(): Promise<SuggestionsApp> {
  const copy = await copyOfTemplate();
  const root = { module: SuggestionsModule, imports: [PlatformModule.forRoot(readConfig({}), copy.url)] };
  const app = await NestFactory.createApplicationContext(root, { logger: ['error'] });
  const database = app.get(DataSource);
  await importFiles(database, [BUNDLED_DATA], [...directoryFormats, ...callFormats]);
  await app.get(Clock).set(new Date('2023-09-04T07:00:00Z'));
  return {
    app,
    database,
    async close() {
      await app.close();
      await copy.drop();
    },
  };
}
