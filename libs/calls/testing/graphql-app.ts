import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { graphql, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { ANONYMOUS, type RequestContext, type Viewer } from '#libs/accounts';
import { PlatformModule, readConfig } from '#libs/platform';
import { CallsModule } from '../calls.module.js';

export interface GraphqlApp {
  readonly schema: GraphQLSchema;
  /** Runs an operation as a viewer would over HTTP, and counts its SQL statements. */
  run(source: string, viewer?: Viewer): Promise<ExecutionResult & { statements: number }>;
  close(): Promise<void>;
}

/** This room and those above it, served as the API serves them, on a test's database. */
export async function graphqlApp(databaseUrl: string): Promise<GraphqlApp> {
  const built = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(readConfig({}), databaseUrl),
      CallsModule,
      GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true, sortSchema: true }),
    ],
  }).compile();
  const app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  let statements = 0;
  app.get(DataSource).logger.logQuery = () => {
    statements += 1;
  };
  return {
    schema,
    async run(source, viewer = ANONYMOUS) {
      const contextValue: RequestContext = { viewer, loaders: new Map() };
      statements = 0;
      return { ...(await graphql({ schema, source, contextValue })), statements };
    },
    close: () => app.close(),
  };
}
