import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { buildSchema, GraphQLError, graphqlSync, locatedError } from 'graphql';
import { Forbidden, InvalidInput, NotFound } from '../failure.js';
import { formatError } from './errors.js';

const SECRET = 'password=hunter2 at postgres.internal';

/** As Apollo hands it over: an error that a resolver threw, with where it stood. */
const thrown = (cause: Error): unknown[] => {
  const located = locatedError(cause, [], ['calls', 0, 'title']);
  return [{ ...located.toJSON(), extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [SECRET] } }, located];
};
const format = (cause: Error) => formatError(...(thrown(cause) as Parameters<typeof formatError>));

const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
afterEach(() => { said.mockClear(); });

describe('what a client reads of an error', () => {
  it.each([
    [new NotFound('trackId', 'x'), { code: 'NOT_FOUND', field: 'trackId' }],
    [new InvalidInput('first', 'must be from 1 to 100.'), { code: 'BAD_USER_INPUT', field: 'first' }],
    [new Forbidden('Only officers may.'), { code: 'FORBIDDEN' }],
  ])('is all of an expected refusal: %p', (failure, extensions) => {
    expect(format(failure)).toEqual({ message: failure.message, path: ['calls', 0, 'title'], extensions });
  });

  it('is the fault in a query, in no more words than needed', () => {
    const [fault] = graphqlSync({ schema: buildSchema('type Query { call: String }'), source: '{ cal }' }).errors ?? [];
    const shown = formatError({ ...fault!.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED', stacktrace: [SECRET] } }, fault);
    expect(shown).toEqual({
      message: 'Cannot query field "cal" on type "Query". Did you mean "call"?',
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    });
    const long = new GraphQLError('x'.repeat(10_000));
    expect(formatError(long.toJSON(), long).message).toHaveLength(300);
  });

  it('is the fault in a query that Apollo has wrapped, under its own code where it has one', () => {
    const wrapped = (code?: string) => {
      const fault = new GraphQLError('Too deep.', code === undefined ? {} : { extensions: { code } });
      const wrapper = new GraphQLError('Too deep.', { originalError: fault, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
      return formatError(wrapper.toJSON(), wrapper).extensions;
    };
    expect(wrapped('QUERY_TOO_EXPENSIVE')).toEqual({ code: 'QUERY_TOO_EXPENSIVE' });
    expect(wrapped()).toEqual({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it.each([
    new GraphQLError('Context creation failed', { originalError: Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }) }),
    Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' }),
    Object.assign(new Error(SECRET), { driverError: { code: '57P01' } }),
    Object.assign(new Error(SECRET), { driverError: { code: '08006' } }),
    Object.assign(new Error(SECRET), { driverError: { code: '53300' } }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ])('is that the database is out of reach: %#', (cause) => {
    const { message, extensions } = format(cause);
    expect(message).toBe('The database is out of reach for a moment: try again.');
    expect(extensions).toEqual({ code: 'UNAVAILABLE' });
  });

  it.each([
    new TypeError(SECRET),
    Object.assign(new Error(SECRET), { driverError: { code: '22P02' } }),
  ])('is of a bug an id alone, under which the log tells it: %#', (bug) => {
    const shown = format(bug);
    const { id } = shown.extensions as { id: string };
    expect(shown).toEqual({
      message: `Something went wrong on our side. Ask about ${id}.`,
      path: ['calls', 0, 'title'],
      extensions: { code: 'INTERNAL', id },
    });
    expect(JSON.stringify(shown)).not.toContain('hunter2');
    expect(said.mock.calls).toEqual([[expect.stringMatching(new RegExp(`^${id} .*${SECRET}`))]]);
  });

  it('is of an expected refusal nothing in the log', () => {
    format(new Forbidden('Only officers may.'));
    expect(said).not.toHaveBeenCalled();
  });
});
