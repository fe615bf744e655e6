import DataLoader from 'dataloader';
import type { RequestContext } from '#libs/accounts';

/** Makes a thing at its first use in a GraphQL request and gives the same to all who ask later in it. */
export function oncePerRequest<T>(context: RequestContext, name: string, make: () => T): T {
  const known = context.loaders.get(name) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  context.loaders.set(name, made);
  return made;
}

/**
 * A request's loader: rows asked for one by one are read in one query.
 * @param name one a kind of row; @param batch the rows it finds, by key
 */
export function requestLoader<K, V>(
  context: RequestContext,
  name: string,
  batch: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>,
): DataLoader<K, V | undefined> {
  return oncePerRequest(context, name, () => new DataLoader<K, V | undefined>(async (keys) => {
    const found = await batch(keys);
    return keys.map((key) => found.get(key));
  }));
}

/** Rows by their key, in the order in which they came. */
export function grouped<K, Row>(rows: readonly Row[], keyOf: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
