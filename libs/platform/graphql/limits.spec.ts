import { describe, expect, it } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { depthLimit } from './limits.js';

const schema = buildSchema('type Query { node: Node } type Node { node: Node name: String }');
const errorsOf = (query: string) => validate(schema, parse(query), [depthLimit]);

/** `name` below so many fields, this one included. */
const nested = (depth: number): string => `${'{ node '.repeat(depth - 1)}{ name }${' }'.repeat(depth - 1)}`;

describe('the depth limit', () => {
  it('lets twelve fields below each other through, and not thirteen', () => {
    expect(errorsOf(nested(12))).toEqual([]);
    expect(errorsOf(nested(13))).toMatchObject([{ message: 'The query is nested too deep.', extensions: { code: 'QUERY_TOO_EXPENSIVE' } }]);
  });

  it('counts fields, however they are wrapped', () => {
    const inline = (inside: string): string => `{ ... on Query { ... { node ${inside} } } }`;
    expect(errorsOf(inline(nested(11)))).toEqual([]);
    expect(errorsOf(inline(nested(12)))).toHaveLength(1);
    const spread = (inside: string): string => `query { node { ...F } } fragment F on Node ${inside}`;
    expect(errorsOf(spread(nested(11)))).toEqual([]);
    expect(errorsOf(spread(nested(12)))).toHaveLength(1);
  });

  it('refuses each operation that is too deep, and names where it stands', () => {
    const errors = errorsOf(`query Shallow { node { name } } query Deep ${nested(13)} query Deeper ${nested(14)}`);
    expect(errors.map(({ nodes }) => nodes?.[0]?.loc?.startToken.line)).toEqual([1, 1]);
  });

  it('ends on fragments that contain themselves, and on those of one another, many times', () => {
    const doubling = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Node { ...F${i + 1} ...F${i + 1} }`).join('\n');
    expect(errorsOf(`{ node { ...F } } fragment F on Node { node { ...F } }`)).toEqual([]);
    expect(errorsOf(`{ node { ...F0 } } ${doubling} fragment F40 on Node { name }`)).toEqual([]);
  });

  it('leaves introspection alone, which is nested deep by nature', () => {
    expect(errorsOf(getIntrospectionQuery())).toEqual([]);
  });
});
