import { once } from 'node:events';
import http from 'node:http';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { advanceClock } from '../support/clock.js';
import { demoDatabase, type DemoDatabase } from '../support/demo-database.js';
import { graphql } from '../support/graphql.js';
import { cleanUp, startVerbond, type Verbond } from '../support/verbond.js';

let demo: DemoDatabase;
let verbond: Verbond;

beforeAll(async () => {
  demo = await demoDatabase();
  verbond = await startVerbond(demo.settings);
});
afterAll(async () => {
  await cleanUp();
  await demo.drop();
});

const ask = <T>(query: string, variables: object = {}, handle?: string) =>
  graphql<T>(verbond.url, query, variables, handle === undefined ? undefined : verbond.keys.get(handle));

/** The one error of an answer. */
async function errorOf(query: string, variables: object = {}): Promise<Readonly<Record<string, unknown>>> {
  const { errors = [] } = await ask(query, variables);
  expect(errors).toHaveLength(1);
  return errors[0]!.extensions;
}

describe('what is no request', () => {
  const post = async (body: string) => {
    const response = await fetch(`${verbond.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as unknown };
  };
  const JSON_TYPE: unknown = expect.stringMatching(/^application\/json/);

  it.each(['{ "query": ', 'null', '[]', '{}', '""', '{ "query": 7 }'])('%s is answered with 400, in JSON', async (body) => {
    expect(await post(body)).toMatchObject({ status: 400, type: JSON_TYPE });
  });

  it('ten megabytes are answered with 413, in JSON, before they are sent', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': 10_000_000 };
    const request = http.request(`${verbond.url}/graphql`, { method: 'POST', headers });
    request.flushHeaders();
    const [response] = (await once(request, 'response')) as [http.IncomingMessage];
    expect(response.statusCode).toBe(413);
    expect(await json(response)).toMatchObject({ statusCode: 413 });
    request.destroy();
  });

  it('a key that nobody has is answered with 401', async () => {
    const { status, errors } = await graphql(verbond.url, '{ clock { now } }', {}, `verbond_${'A'.repeat(43)}`);
    expect({ status, code: errors?.[0]?.extensions['code'] }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['nested too deep', `{ call(id: "NCC-2023") ${'{ predecessor '.repeat(20)}{ id }${' }'.repeat(20)} }`, 'QUERY_TOO_EXPENSIVE'],
    ['of two thousand words and more', `{ ${'__typename '.repeat(2001)}}`, 'GRAPHQL_PARSE_FAILED'],
    ['that is none', '{ call(', 'GRAPHQL_PARSE_FAILED'],
    ['for what there is not', '{ kings { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with a word for a number', '{ calls(first: "ten") { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with a time that is none', '{ calls(openAt: "soon") { nodes { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('a query %s is answered with 400, before anything runs', async (_, query, code) => {
    const { status, errors } = await ask(query);
    expect({ status, code: errors?.[0]?.extensions['code'] }).toEqual({ status: 400, code });
  });

  it('a question about the schema is answered: this is the demo', async () => {
    const { data } = await ask<{ __schema: { queryType: { name: string } } }>('{ __schema { queryType { name } } }');
    expect(data.__schema.queryType.name).toBe('Query');
  });
});

describe('pages', () => {
  it.each([-1, 0, 101, 1_000_000_000])('of %d rows are refused by every list', async (first) => {
    for (const list of ['calls', 'organisations', 'projects']) {
      expect(await errorOf(`query ($first: Int!) { ${list}(first: $first) { nodes { id } } }`, { first })).toEqual({
        code: 'BAD_USER_INPUT',
        field: 'first',
      });
    }
  });

  it.each(['nonsense', '', Buffer.from('["a"]').toString('base64url'), Buffer.from('[{"$gt":""},1,1]').toString('base64url')])(
    'after the forged cursor "%s" are refused by every list',
    async (after) => {
      for (const list of ['calls', 'organisations', 'projects']) {
        expect(await errorOf(`query ($after: String!) { ${list}(after: $after) { nodes { id } } }`, { after })).toEqual({
          code: 'BAD_USER_INPUT',
          field: 'after',
        });
      }
    },
  );
});

describe('ids that nothing has', () => {
  it('find nothing', async () => {
    const { data, errors } = await ask('{ call(id: "x") { id } organisation(id: "\\u0000") { id } project(id: "’; --") { id } theme(id: "x") { id } }');
    expect({ data, errors }).toEqual({ data: { call: null, organisation: null, project: null, theme: null }, errors: undefined });
  });

  it('are named by whoever needs them', async () => {
    const { data } = await ask(
      `mutation {
        subscribe(callId: "NCC-1923") { ... on NotFound { code field } }
        unsubscribe(subscriptionId: "x") { ... on NotFound { code field } }
        moveMilestone(milestoneId: "x", local: "2023-11-30", zone: "Europe/Brussels", reason: "r", expectedRevision: 1) { ... on NotFound { code field } }
      }`,
      {},
      'administrator',
    );
    expect(data).toEqual({
      subscribe: { code: 'NOT_FOUND', field: 'callId' },
      unsubscribe: { code: 'NOT_FOUND', field: 'subscriptionId' },
      moveMilestone: { code: 'NOT_FOUND', field: 'milestoneId' },
    });
  });
});

describe('a date that cannot be', () => {
  let milestone: { id: string; revision: number };

  beforeAll(async () => {
    const { data } = await ask<{ call: { milestones: { id: string; key: string; revision: number }[] } }>(
      '{ call(id: "NCC-2023") { milestones { id key revision } } }',
    );
    milestone = data.call.milestones.find(({ key }) => key === 'submission')!;
  });

  it.each([
    ['zone', '2023-11-30T17:00', 'Mars/Olympus'],
    ['local', '2023-11-31T17:00', 'Europe/Brussels'],
    ['local', 'soon', 'Europe/Brussels'],
  ])('is refused, naming %s (%s, %s)', async (field, local, zone) => {
    const { data } = await ask(
      `mutation ($id: ID!, $revision: Int!, $local: String!, $zone: String!) {
        moveMilestone(milestoneId: $id, expectedRevision: $revision, local: $local, zone: $zone, reason: "a test") {
          __typename ... on InvalidInput { code field }
        }
      }`,
      { ...milestone, local, zone },
      'administrator',
    );
    expect(data).toEqual({ moveMilestone: { __typename: 'InvalidInput', code: 'BAD_USER_INPUT', field } });
  });
});

describe('the clock', () => {
  it('moves forward only', async () => {
    expect(await advanceClock(verbond, '2023-09-01T00:00:00Z')).toMatchObject({ __typename: 'InvalidInput', field: 'to' });
  });

  it('moves to a time, not to words', async () => {
    const { status, errors } = await ask('mutation ($to: DateTime!) { advanceClock(to: $to) { __typename } }', { to: 'tomorrow' }, 'administrator');
    expect({ status, code: errors?.[0]?.extensions['code'] }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
  });

  it.each(['europa-wse', 'stad-mechelen', 'a visitor'])('is not moved by %s', async (handle) => {
    expect(await advanceClock(verbond, '2023-10-01T00:00:00Z', handle)).toMatchObject({ __typename: 'Forbidden' });
    const { data } = await ask<{ clock: { now: string } }>('{ clock { now } }');
    expect(data.clock.now).toMatch(/^2023-09-04/);
  });
});
