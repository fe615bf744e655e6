import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInput } from '../failure.js';
import { connectionOf, pageOf, type Connection } from './connection.js';

interface Row {
  readonly name: string;
  readonly id: number;
}

const compare = (one: Row, other: Row): number => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id - other.id);

/** A page of rows in order, as a service reads it. */
function read(rows: readonly Row[], first: number, after: string | null): Connection<string> {
  const page = pageOf({ first, after }, 'text', 'number');
  const [name, id] = page.after ?? [];
  const last = { name: String(name), id: Number(id) };
  const following = page.after === undefined ? rows : rows.filter((row) => compare(row, last) > 0);
  return connectionOf(following.slice(0, page.limit), page, (row) => [row.name, row.id], (row) => `${row.name}/${row.id}`);
}

const rowsOf = fc
  .uniqueArray(fc.record({ name: fc.string({ unit: 'grapheme', maxLength: 3 }), id: fc.nat(20) }), { selector: ({ name, id }) => `${id} ${name}` })
  .map((rows) => rows.filter(({ name }) => !name.includes('\0')).toSorted(compare));

describe('a connection', () => {
  it('read page by page gives every row once, in order, whatever the size of the page', () => {
    fc.assert(
      fc.property(rowsOf, fc.integer({ min: 1, max: 7 }), (rows, first) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let more = true; more; ) {
          const { nodes, edges, pageInfo } = read(rows, first, after);
          expect(edges.map(({ node }) => node)).toEqual(nodes);
          expect(pageInfo).toMatchObject({ startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null });
          expect(pageInfo.hasPreviousPage).toBe(after !== null);
          seen.push(...nodes);
          after = pageInfo.endCursor;
          more = pageInfo.hasNextPage;
        }
        expect(seen).toEqual(rows.map(({ name, id }) => `${name}/${id}`));
      }),
    );
  });

  it('of nothing has no cursors', () => {
    const { edges, nodes, pageInfo } = read([], 5, null);
    expect([edges, nodes]).toEqual([[], []]);
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });
});

describe('a page', () => {
  it.each([0, -1, 1.5, 101, 1e9, Number.NaN, Number.POSITIVE_INFINITY])('of %p rows is refused', (first) => {
    expect(() => pageOf({ first })).toThrow(new InvalidInput('first', 'must be from 1 to 100.'));
  });

  const cursor = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['no base64url', '%%%'],
    ['no JSON', Buffer.from('[1').toString('base64url')],
    ['no list', cursor({ name: 'a' })],
    ['nothing', ''],
    ['a key of another list', cursor(['a'])],
    ['objects', cursor([{ toString: 'a' }, 1])],
    ['null', cursor([null, 1])],
    ['the character that PostgreSQL has not', cursor(['a\0', 1])],
    ['a deep nest', cursor([[['a']], 1])],
    ['text for a number', cursor(['a', '1'])],
    ['half a number', cursor(['a', 0.5])],
  ])('after a cursor of %s is refused', (_, after) => {
    expect(() => pageOf({ first: 1, after }, 'text', 'number')).toThrow(new InvalidInput('after', 'is not a cursor of this list.'));
  });

  it.each(['2023-09-04', 'soon', '2023-13-04T07:00:00.000Z', 4])('after the moment %p is refused', (moment) => {
    expect(() => pageOf({ first: 1, after: cursor([moment]) }, 'moment')).toThrow(InvalidInput);
  });

  it('after any text at all is read, or refused in the same words', () => {
    fc.assert(
      fc.property(fc.string(), (after) => {
        try {
          expect(pageOf({ first: 1, after }, 'text').after).toHaveLength(1);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidInput);
        }
      }),
    );
  });
});
