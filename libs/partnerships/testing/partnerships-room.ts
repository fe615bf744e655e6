import path from 'node:path';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { graphql, parse, subscribe, type ExecutionResult } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { DataSource } from 'typeorm';
import { AccountsService, type RequestContext, type Role, type Viewer } from '#libs/accounts';
import { callFormats } from '#libs/calls';
import { BUNDLED_DATA, directoryFormats, importFiles } from '#libs/directory';
import { Clock, copyOfTemplate, PlatformModule, readConfig } from '#libs/platform';
import { PartnershipsModule } from '../partnerships.module.js';

export interface PartnershipsRoom {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  readonly clock: Clock;
  idOf(table: 'organisations' | 'calls' | 'tracks', code: string): Promise<string>;
  /** Somebody new, of an organisation. */
  viewer(organisation: string, ...roles: Exclude<Role, 'ADMINISTRATOR'>[]): Promise<Viewer & { personId: string }>;
  /** Runs an operation as a viewer would over HTTP: its first field, or the errors thrown. */
  ask<T>(viewer: Viewer, source: string, variables?: Record<string, unknown>): Promise<T>;
  /** Follows a subscription as a viewer would over a web socket. @returns asks for what its field tells next: nothing once it has ended */
  follow<T>(viewer: Viewer, source: string): Promise<() => Promise<T | undefined>>;
  close(): Promise<void>;
}

/** The real calls and organisations of the domain on a day, with the services and the schema of this room. */
export async function partnershipsRoom(now: Date): Promise<PartnershipsRoom> {
  const copy = await copyOfTemplate();
  const built = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(readConfig({}), copy.url),
      PartnershipsModule,
      GraphQLModule.forRoot<ApolloDriverConfig>({
        driver: ApolloDriver,
        autoSchemaFile: true,
        buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: GraphQLDateTime }] },
      }),
    ],
  }).compile();
  const app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
  const database = app.get(DataSource);
  await importFiles(database, [path.join(BUNDLED_DATA, 'domain')], [...directoryFormats, ...callFormats]);
  await app.get(Clock).set(now);
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  const accounts = app.get(AccountsService);
  const idOf = async (table: string, code: string): Promise<string> => {
    const [row] = await database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE code = $1`, [code]);
    if (row === undefined) throw new Error(`There is no ${code} among the ${table}.`);
    return row.id;
  };
  let people = 0;
  return {
    app,
    database,
    clock: app.get(Clock),
    idOf,
    async viewer(organisation, ...roles) {
      const organisationId = await idOf('organisations', organisation);
      const email = `person-${(people += 1)}@partners.example`;
      const personId = await accounts.register({ name: `Person ${people}`, email, language: 'nl', zone: 'Europe/Brussels' });
      for (const role of roles) await accounts.grant(personId, role, organisationId);
      return { personId, administrator: false, mandates: roles.map((role) => ({ organisationId, role })) };
    },
    async ask<T>(viewer: Viewer, source: string, variables?: Record<string, unknown>) {
      const contextValue: RequestContext = { viewer, loaders: new Map() };
      const { data, errors } = await graphql({ schema, source, contextValue, variableValues: variables ?? null });
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
      return Object.values(data ?? {})[0] as T;
    },
    async follow<T>(viewer: Viewer, source: string) {
      const contextValue: RequestContext = { viewer, loaders: new Map() };
      const results = told<T>(await subscribe({ schema, document: parse(source), contextValue }));
      return async () => (await results.next()).value ?? undefined;
    },
    async close() {
      await app.close();
      await copy.drop();
    },
  };
}

async function* told<T>(results: AsyncIterable<ExecutionResult> | ExecutionResult): AsyncGenerator<T, undefined> {
  for await (const { data, errors } of Symbol.asyncIterator in results ? results : [results]) {
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    yield Object.values(data ?? {})[0] as T;
  }
  return undefined;
}
