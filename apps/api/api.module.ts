import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { AccountsModule, AccountsService, type RequestContext } from '#libs/accounts';
import { CallsModule } from '#libs/calls';
import { DirectoryModule } from '#libs/directory';
import { DocumentsHttpModule } from '#libs/documents';
import { PartnershipsModule } from '#libs/partnerships';
import { CONFIG, depthLimit, Failure, formatError, Metrics, type Config } from '#libs/platform';
import { RemindersModule } from '#libs/reminders';
import { SuggestionsModule } from '#libs/suggestions';
import { GraphiqlController } from './graphiql.controller.js';
import { countOperations } from './count-operations.js';

const MOST_TOKENS = 2000;

/** What the transports hand to the context: over HTTP the request, over a web socket what the client connected with. */
interface Incoming {
  headers?: Record<string, string | undefined>;
  connectionParams?: Record<string, unknown>;
}

/** Options of the GraphQL server; the schema is made from the resolvers of the feature modules. */
function graphqlOptions(config: Config, accounts: AccountsService, metrics: Metrics): Omit<ApolloDriverConfig, 'driver'> {
  const demo = config.mode === 'demo';
  return {
    autoSchemaFile: true,
    sortSchema: true,
    buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: GraphQLDateTime }] }, // the default takes any text for a date
    path: '/graphql',
    graphiql: false,
    playground: false,
    introspection: demo,
    hideSchemaDetailsFromClientErrors: !demo,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: MOST_TOKENS },
    validationRules: [depthLimit],
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), countOperations(metrics)],
    subscriptions: { 'graphql-ws': true },
    context: (incoming: Incoming) => contextOf(accounts, incoming),
  };
}

async function contextOf(accounts: AccountsService, { headers, connectionParams }: Incoming): Promise<RequestContext> {
  const given = headers?.['authorization'] ?? connectionParams?.['authorization'];
  try {
    const viewer = await accounts.viewerOf(typeof given === 'string' ? given : undefined);
    const key = headers?.['idempotency-key'];
    return { viewer: key === undefined ? viewer : { ...viewer, idempotencyKey: key }, loaders: new Map() };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 401 } } });
  }
}

/** GraphQL over HTTP: reads, and writes that leave work in the outbox; it processes nothing itself. */
@Module({
  imports: [
    AccountsModule,
    DocumentsHttpModule,
    DirectoryModule,
    CallsModule,
    SuggestionsModule,
    PartnershipsModule,
    RemindersModule,
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccountsModule],
      inject: [CONFIG, AccountsService, Metrics],
      useFactory: graphqlOptions,
    }),
  ],
  controllers: [GraphiqlController],
})
export class ApiModule {}
