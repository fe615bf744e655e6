import type { Type } from '@nestjs/common';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { graphql, type ExecutionResult } from 'graphql';
import { DataSource } from 'typeorm';
import { COMMAND_LINE, type RequestContext, type Viewer } from '#libs/accounts';
import { bundledDatabase } from '#libs/calls';
import { BUNDLED_DATA } from '#libs/directory';
import { Clock, PlatformModule, readConfig } from '#libs/platform';
import { SuggestionsModule } from '../suggestions.module.js';

export interface DraftsApp {
  readonly database: DataSource;
  readonly clock: Clock;
  /** Runs an operation as an administrator, or as another viewer, would over HTTP, and counts its SQL statements. */
  run(source: string, variables?: Record<string, unknown>, viewer?: Viewer): Promise<ExecutionResult & { statements: number }>;
  get<T>(service: Type<T>): T;
  close(): Promise<void>;
}

/** This room served as the API serves it, on real bundled data. */
export async function draftsApp(now: string, data = BUNDLED_DATA): Promise<DraftsApp> {
  const copy = await bundledDatabase(data);
  const built = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(readConfig({}), copy.url),
      SuggestionsModule,
      GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, sortSchema: true }),
    ],
  }).compile();
  const app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
  await app.init();
  const database = app.get(DataSource);
  const clock = app.get(Clock);
  await clock.set(new Date(now));
  const { schema } = app.get(GraphQLSchemaHost);
  let statements = 0;
  database.logger.logQuery = () => {
    statements += 1;
  };
  return {
    database,
    clock,
    async run(source, variableValues = {}, viewer = COMMAND_LINE) {
      const contextValue: RequestContext = { viewer, loaders: new Map() };
      statements = 0;
      const answer = await graphql({ schema, source, contextValue, variableValues });
      return { ...answer, statements };
    },
    get: (service) => app.get(service),
    async close() {
      await app.close();
      await copy.drop();
    },
  };
}
