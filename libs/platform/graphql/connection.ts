import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInput } from '../failure.js';

const LARGEST_PAGE = 100;

/** Relay's forward paging. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many to return, from 1 to 100.' })
  first: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on: `endCursor` of the page before.' })
  after?: string | null;
}

@ObjectType({ description: 'Where a page begins and ends.' })
export class PageInfo {
  @Field({ description: 'Whether there are more after this page.' })
  hasNextPage: boolean;

  @Field({ description: 'Whether there are some before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'The place of the first row of this page.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Pass it as `after` to get the next page.' })
  endCursor: string | null;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** The place of a row in an order: its sort values, the last of them unique. */
export type Key = readonly (string | number)[];

/** What may stand at one place of a key: any text, a whole number, a row's own id, or a moment as ISO 8601 writes it. */
type KeyPart = 'text' | 'number' | 'id' | 'moment';

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const FITS: Record<KeyPart, (part: unknown) => boolean> = {
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  id: (part) => typeof part === 'string' && UUID.test(part),
  number: (part) => Number.isSafeInteger(part),
  moment: (part) => typeof part === 'string' && MOMENT.test(part) && !Number.isNaN(Date.parse(part)),
};

export interface Page {
  /** Rows to read: one more than asked for tells whether there is a next page. */
  readonly limit: number;
  readonly first: number;
  readonly after: Key | undefined;
}

/** @param parts what the key of the list is made of @throws InvalidInput naming `first` or `after` */
export function pageOf({ first, after }: PageArgs, ...parts: readonly KeyPart[]): Page {
  if (!Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw new InvalidInput('first', `must be from 1 to ${LARGEST_PAGE}.`);
  }
  return { first, limit: first + 1, after: after == null ? undefined : decodeCursor(after, parts) };
}

const encodeCursor = (key: Key): string => Buffer.from(JSON.stringify(key)).toString('base64url');

function decodeCursor(cursor: string, parts: readonly KeyPart[]): Key {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isKey(key, parts)) return key;
  } catch {
    // told below, in the same words for every forgery
  }
  throw new InvalidInput('after', 'is not a cursor of this list.');
}

const isKey = (value: unknown, parts: readonly KeyPart[]): value is Key =>
  Array.isArray(value) && value.length === parts.length && parts.every((part, i) => FITS[part](value[i]));

/** @param rows at most `page.limit` rows in order @param keyOf the key that the next page starts after */
export function connectionOf<Row, T>(rows: readonly Row[], page: Page, keyOf: (row: Row) => Key, nodeOf: (row: Row) => T): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: nodeOf(row) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Makes the GraphQL types of a connection: extend the result and decorate it with `@ObjectType()`. */
export function ConnectionType<T>(name: string, node: () => Type<T>): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: 'One row of the page and its cursor.' })
  class EdgeType implements Edge<T> {
    @Field({ description: 'The place of this row.' })
    cursor: string;

    @Field(node, { description: 'The row.' })
    node: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionShape implements Connection<T> {
    @Field(() => [EdgeType], { description: 'Rows with their cursors.' })
    edges: EdgeType[];

    @Field(() => [node()], { description: 'The rows alone.' })
    nodes: T[];

    @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
    pageInfo: PageInfo;
  }
  return ConnectionShape as Type<Connection<T>>;
}
