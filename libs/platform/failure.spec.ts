import { describe, expect, it } from '@jest/globals';
import { Conflict, failureOr, Forbidden, InvalidInput, NotFound, successOr, Unauthenticated, type Failure } from './failure.js';

describe('failureOr', () => {
  it('gives what was done, when nothing stood in the way', async () => {
    expect(await failureOr(Promise.resolve('done'))).toBe('done');
  });

  it.each<[Failure, object]>([
    [new NotFound('callId', 'NCC-2099'), { code: 'NOT_FOUND', field: 'callId', message: 'Nothing was found for callId "NCC-2099".' }],
    [new Forbidden('Only officers may.'), { code: 'FORBIDDEN', message: 'Only officers may.' }],
    [new Unauthenticated(), { code: 'UNAUTHENTICATED' }],
    [new InvalidInput('first', 'must be from 1 to 100.'), { code: 'BAD_USER_INPUT', field: 'first', message: 'first: must be from 1 to 100.' }],
    [new Conflict('Somebody was first.'), { code: 'CONFLICT', message: 'Somebody was first.' }],
  ])('gives a refusal as a plain object, which GraphQL does not take for a failed field: %p', async (failure, facts) => {
    const view = await failureOr(Promise.reject(failure));
    expect(view).not.toBeInstanceOf(Error);
    expect(view).toMatchObject({ __typename: failure.constructor.name, ...facts });
    expect(Object.keys(view)).not.toContain('stack');
  });

  it('leaves a bug a bug', async () => {
    await expect(failureOr(Promise.reject(new TypeError('a bug')))).rejects.toThrow(TypeError);
  });
});

it('a message quotes no more than the beginning of what was asked for', () => {
  expect(new NotFound('callId', 'x'.repeat(10_000)).message.length).toBeLessThan(150);
});

it('a union tells its members by what they are', async () => {
  class Found {
    readonly id = '1';
  }
  const typeOf = successOr(Found);
  expect(typeOf({ id: '1' })).toBe('Found');
  expect(typeOf(await failureOr(Promise.reject<object>(new NotFound('id', '1'))))).toBe('NotFound');
});
