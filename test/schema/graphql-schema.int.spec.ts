import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ApiModule } from '#apps/api/api.module';
import { copyOfTemplate, PlatformModule, readConfig } from '#libs/platform';
import { expectCommitted } from './committed-text.js';

let app: NestFastifyApplication;
let schema: GraphQLSchema;
let drop: () => Promise<void>;

beforeAll(async () => {
  const copy = await copyOfTemplate();
  drop = () => copy.drop();
  const built = await Test.createTestingModule({ imports: [PlatformModule.forRoot(readConfig({}), copy.url), ApiModule] }).compile();
  app = built.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['error'] });
  await app.init();
  schema = app.get(GraphQLSchemaHost).schema;
});
afterAll(async () => {
  await app.close();
  await drop();
});

const ownTypes = (): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

/** Fields of object types and interfaces, by the name that a reader would look for. */
function ownFields(): { name: string; field: GraphQLField<unknown, unknown> }[] {
  const holders = ownTypes().flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? [type] : []));
  return holders.flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })));
}

describe('the GraphQL schema', () => {
  it('is the committed one', () => {
    expectCommitted(`${printSchema(lexicographicSortSchema(schema))}\n`, 'apps/api/schema.graphql');
  });

  it('says of every type, field and argument what it means', () => {
    const roots = ['Query', 'Mutation', 'Subscription'];
    const inputs = ownTypes().flatMap((type) => (isInputObjectType(type) ? Object.values(type.getFields()) : []));
    const described = [
      ...ownTypes().filter(({ name }) => !roots.includes(name)),
      ...inputs,
      ...ownFields().flatMap(({ name, field }) => [
        { name, description: field.description },
        ...field.args.map((argument) => ({ name: `${name}(${argument.name})`, description: argument.description })),
      ]),
    ];
    expect(described.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('has pages of the shape that Relay asks for', () => {
    const connections = ownTypes().filter((type) => isObjectType(type)).filter(({ name }) => name.endsWith('Connection'));
    expect(connections.length).toBeGreaterThan(0);
    const shape = (type: GraphQLNamedType | null | undefined): Record<string, string> =>
      Object.fromEntries(isObjectType(type) ? Object.values(type.getFields()).map((field) => [field.name, String(field.type)]) : []);
    for (const connection of connections) {
      const { edges, nodes, pageInfo } = shape(connection);
      const edge = getNamedType(connection.getFields()['edges']?.type);
      const { cursor, node } = shape(edge);
      const name = connection.name.replace('Connection', 'Edge');
      expect([edge?.name, edges, pageInfo, cursor]).toEqual([name, `[${name}!]!`, 'PageInfo!', 'String!']);
      expect(nodes).toBe(`[${node}]!`);
    }
    expect(shape(schema.getType('PageInfo'))).toEqual({
      hasNextPage: 'Boolean!',
      hasPreviousPage: 'Boolean!',
      startCursor: 'String',
      endCursor: 'String',
    });
  });

  it('takes the two arguments of a page wherever it answers with one', () => {
    const pages = (type: GraphQLNamedType): boolean =>
      type.name.endsWith('Connection') || (isUnionType(type) && type.getTypes().some((member) => pages(member)));
    const paged = ownFields().filter(({ field }) => pages(getNamedType(field.type)));
    expect(paged.length).toBeGreaterThan(0);
    for (const { name, field } of paged) {
      const taken = Object.fromEntries(field.args.map((argument) => [argument.name, String(argument.type)]));
      expect([name, taken['first'], taken['after']]).toEqual([name, 'Int!', 'String']);
    }
  });
});
