import { grouped } from '#libs/directory';

/** One thing that a client did with one list, and what it heard; moments are of one clock. */
export interface Operation {
  readonly list: string;
  /** The value that was to be appended; a read has none. Each value is used once. */
  readonly appended?: number;
  /** What a read gave, or what the list was after an append that was acknowledged. */
  readonly seen?: readonly number[];
  /** UNKNOWN: the answer never came. */
  readonly outcome: 'DONE' | 'REFUSED' | 'UNKNOWN';
  readonly began: number;
  readonly ended: number;
}

/**
 * LOST: an acknowledged append that a later list does not have. ABORTED: a value seen that was refused or never appended.
 * DOUBLED: a value twice in one list. FORKED: two lists of which neither begins with the other. CYCLE: something seen
 * that is older than what had been seen or acknowledged before it began.
 */
export type Anomaly = 'LOST' | 'ABORTED' | 'DOUBLED' | 'FORKED' | 'CYCLE';

/**
 * What is wrong with a history of lists that are only appended to, in the manner of Elle's list-append test (Kingsbury and
 * Alvaro, 2020). Every list tells the order of its appends, so that a history of one list is strictly serialisable when the
 * places of its operations in that order never go back in time; and a history is when those of all its lists are.
 */
export function anomaliesOf(history: readonly Operation[]): Map<Anomaly, number> {
  const found = new Map<Anomaly, number>();
  const note = (anomaly: Anomaly, times: number): void => {
    if (times > 0) found.set(anomaly, (found.get(anomaly) ?? 0) + times);
  };
  for (const operations of grouped(history, ({ list }) => list).values()) {
    const lists = operations.flatMap(({ seen }) => (seen === undefined ? [] : [seen]));
    const longest = lists.reduce((one, other) => (other.length > one.length ? other : one), []);
    const possible = new Set(operations.flatMap(({ appended, outcome }) => (appended === undefined || outcome === 'REFUSED' ? [] : [appended])));
    note('DOUBLED', lists.filter((seen) => new Set(seen).size < seen.length).length);
    note('FORKED', lists.filter((seen) => seen.some((value, i) => longest[i] !== value)).length);
    note('ABORTED', new Set(lists.flat().filter((value) => !possible.has(value))).size);
    note('LOST', operations.filter(({ appended, outcome }) => appended !== undefined && outcome === 'DONE' && !longest.includes(appended)).length);
    note('CYCLE', stepsBack(operations, longest));
  }
  return found;
}

/** How many operations stand before another in the list's order although that other had ended before they began. */
function stepsBack(operations: readonly Operation[], order: readonly number[]): number {
  const placed = operations.flatMap((operation) => {
    const place = placeOf(operation, order);
    return place === undefined ? [] : [{ ...operation, place }];
  });
  const ended = placed.toSorted((one, other) => one.ended - other.ended);
  let next = 0;
  let furthest = 0;
  return placed
    .toSorted((one, other) => one.began - other.began)
    .filter(({ began, place }) => {
      for (; next < ended.length && (ended[next]?.ended ?? Infinity) < began; next += 1) furthest = Math.max(furthest, ended[next]?.place ?? 0);
      return place < furthest;
    }).length;
}

/** A read of n values stands at n; the append that made them n stands there too. What may not have happened has no place. */
function placeOf({ appended, seen, outcome }: Operation, order: readonly number[]): number | undefined {
  if (outcome !== 'DONE') return undefined;
  if (appended === undefined) return seen?.length;
  const index = order.indexOf(appended);
  return index === -1 ? undefined : index + 1;
}
